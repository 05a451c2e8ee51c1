package org.openimr.tools.benchmarks.parser;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.openimr.parser.citation.CitationParser;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.letter.model.SourceMappedText;

/** Expensive guideline statements for the parser and the resolution of citations. */
final class AdversarialStatements {
  private static final CitationParser CITATIONS =
      new CitationParser(CatalogueFileReader.seedCatalogue());
  private static final Optional<LocalDate> AS_OF = Optional.of(LocalDate.of(2016, 11, 3));

  private AdversarialStatements() {}

  static Stream<AdversarialText> all() {
    String mtus = "Decision based on MTUS Low Back Complaints 2004, Section(s): ";
    String pages = "Decision based on MTUS Chronic Pain Treatment Guidelines (May 2009), Page(s): ";
    String odg = "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) ";
    return Stream.of(
            Stream.of(
                    "& & & ",
                    "a",
                    "(",
                    ") [",
                    "and Low Back Complain ",
                    "Low Back Complaints 2004, ",
                    "Chapter 5 ",
                    "Chapter 5 Low Back Complain ",
                    "ACOEM Low Bak Complaints ",
                    "Page 1 and Low Bak Complaint, ",
                    "Page 1, 2, 9999-9998 and 7 ",
                    "Special Studies, Physical Methods, Opioids, ",
                    "Special Studie, Xa, ",
                    "9792.24.2, ",
                    "Chronic Pain Medical Treatment Guidelines 2009, Page 1, 2, 9998-9999 and 7 ",
                    "Decision based on MTUS ")
                .map(part -> statement("MTUS statement", mtus, part)),
            Stream.of("1, 2, 9998-9999, ", "1-2, 3-99, ")
                .map(part -> statement("MTUS statement", pages, part)),
            Stream.of(
                    "& & & ",
                    "ODG ",
                    "Knee & Leg Chapter, ",
                    "Knee Chaptr and ",
                    "Pain (updated 11/23/16) ",
                    "Low Back, MRI; Shoulder; and ",
                    "Other Medical Treatment Guidelines ",
                    "ACOEM Chapter 7 ",
                    "https://a.b, ")
                .map(part -> statement("ODG statement", odg, part)))
        .flatMap(texts -> texts);
  }

  private static AdversarialText statement(String scanner, String before, String part) {
    return AdversarialText.surroundedBy(scanner, before, part, "", AdversarialStatements::read);
  }

  private static void read(String text) {
    CITATIONS.parse(SourceMappedText.of(text, 0, text.length()), AS_OF);
  }
}
