package org.openimr.ingest.extract.pdf;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Detects documents whose contents are other documents. */
final class EmbeddedDocuments {
  private static final COSName COLLECTION = COSName.getPDFName("Collection");

  private EmbeddedDocuments() {}

  /** Whether a document is a portfolio, whose own pages only say which program opens it. */
  static boolean isPortfolio(PDDocument document) {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    return catalog.getDictionaryObject(COLLECTION) instanceof COSDictionary
        && catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names
        && names.containsKey(COSName.EMBEDDED_FILES);
  }
}
