package org.openimr.parser.citation.scan;

import java.util.List;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.text.NormalizedText;

/** Scanner for the citations of one segment of a statement. Instances are used once. */
public interface CitationScanner {

  /** The citations of the segment in the order of the text. */
  List<CitationDraft> scan();

  /**
   * Creates the scanner for a segment.
   *
   * @param chaptersAreTitles whether letters of this date cite the chapters of the MTUS document
   *     General Approaches as documents and not as sections
   */
  static CitationScanner of(
      Catalogue catalogue, NormalizedText text, SourceSegment segment, boolean chaptersAreTitles) {
    return switch (segment.authority()) {
      case MTUS -> new MtusCitationScanner(catalogue, text, segment, chaptersAreTitles);
      case ODG -> new OdgCitationScanner(catalogue, text, segment);
      case ACOEM, OTHER -> new SourceCitationScanner(catalogue, text, segment);
    };
  }
}
