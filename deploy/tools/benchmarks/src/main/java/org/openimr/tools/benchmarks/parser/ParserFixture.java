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

/** All parsers of a letter, without Kafka and Avro. */
final class ParserFixture {
  private final CitationParser citations = new CitationParser(CatalogueFileReader.seedCatalogue());
  private final TreatmentCategoryClassifier categories = TreatmentCategoryClassifier.standard();
  private final RequestParser requests = new RequestParser(categories);

  /** Parses sections and items, resolved citations, categories and details. */
  void parse(String text, Consumer<Object> records) {
    Letter letter = letter(text);
    records.accept(letter);
    parseCitations(letter, records);
    for (DisputedItem item : letter.items()) {
      records.accept(requests.parse(item.request().disputed()));
    }
  }

  Letter letter(String text) {
    return switch (LetterParser.parse(text)) {
      case ParseResult.Parsed parsed -> parsed.letter();
      case ParseResult.Failed failure ->
          throw new IllegalStateException(
              failure.code() + " " + failure.field() + " at " + failure.offset());
    };
  }

  void parseCitations(Letter letter, Consumer<Object> records) {
    Optional<LocalDate> asOf =
        letter.header().urDenialDate().or(() -> letter.header().decisionDate());
    for (DisputedItem item : letter.items()) {
      records.accept(citations.parse(item.claimsAdministratorStatement(), asOf));
      records.accept(citations.parse(item.reviewerStatement(), asOf));
    }
  }

  void classifyRequests(Letter letter, Consumer<Object> records) {
    for (DisputedItem item : letter.items()) {
      records.accept(categories.classify(item.request().disputed()));
    }
  }

  void parseDetails(Letter letter, Consumer<Object> records) {
    for (DisputedItem item : letter.items()) {
      records.accept(RequestDetails.of(item.request().disputed()));
    }
  }
}
