package org.openimr.tools.benchmarks.parser;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.openimr.parser.citation.CitationParser;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.letter.layout.LetterParser;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.request.RequestParser;
import org.openimr.parser.request.category.TreatmentCategoryClassifier;
import org.openimr.parser.request.detail.RequestDetails;

/** All that reads a letter, without Kafka and Avro. */
final class ParserFixture {
  private final CitationParser citations = new CitationParser(CatalogueFileReader.seedCatalogue());
  private final TreatmentCategoryClassifier categories = TreatmentCategoryClassifier.standard();
  private final RequestParser requests = new RequestParser(categories);

  /** From text to records: sections and items, citations resolved, categories, details. */
  void read(String text, Consumer<Object> records) {
    Letter letter = letter(text);
    records.accept(letter);
    readCitations(letter, records);
    for (DisputedItem item : letter.items()) {
      records.accept(requests.parse(item.request().disputed()));
    }
  }

  Letter letter(String text) {
    return switch (LetterParser.parse(text)) {
      case ParseResult.Parsed read -> read.letter();
      case ParseResult.Failed unreadable ->
          throw new IllegalStateException(
              unreadable.code() + " " + unreadable.field() + " at " + unreadable.offset());
    };
  }

  void readCitations(Letter letter, Consumer<Object> records) {
    Optional<LocalDate> asOf =
        letter.header().urDenialDate().or(() -> letter.header().decisionDate());
    for (DisputedItem item : letter.items()) {
      records.accept(citations.parse(item.claimsAdministratorStatement(), asOf));
      records.accept(citations.parse(item.reviewerStatement(), asOf));
    }
  }

  void readCategories(Letter letter, Consumer<Object> records) {
    for (DisputedItem item : letter.items()) {
      records.accept(categories.classify(item.request().disputed()));
    }
  }

  void readDetails(Letter letter, Consumer<Object> records) {
    for (DisputedItem item : letter.items()) {
      records.accept(RequestDetails.of(item.request().disputed()));
    }
  }
}
