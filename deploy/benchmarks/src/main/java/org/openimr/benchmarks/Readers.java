package org.openimr.benchmarks;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.openimr.enrich.citation.CatalogueFiles;
import org.openimr.enrich.citation.CitationReader;
import org.openimr.enrich.letter.Item;
import org.openimr.enrich.letter.Letter;
import org.openimr.enrich.letter.LetterReader;
import org.openimr.enrich.letter.Reading;
import org.openimr.enrich.request.RequestDetails;
import org.openimr.enrich.request.RequestReader;
import org.openimr.enrich.request.TreatmentCategories;

/** All that reads a letter, without Kafka and Avro. */
final class Readers {
  private final CitationReader citations = new CitationReader(CatalogueFiles.seed());
  private final TreatmentCategories categories = TreatmentCategories.standard();
  private final RequestReader requests = new RequestReader(categories);

  /** From text to records: sections and items, citations resolved, categories, details. */
  void read(String text, Consumer<Object> records) {
    Letter letter = letter(text);
    records.accept(letter);
    readCitations(letter, records);
    for (Item item : letter.items()) {
      records.accept(requests.read(item.request().disputed()));
    }
  }

  Letter letter(String text) {
    return switch (LetterReader.read(text)) {
      case Reading.Read read -> read.letter();
      case Reading.Unreadable unreadable ->
          throw new IllegalStateException(
              unreadable.code() + " " + unreadable.field() + " at " + unreadable.offset());
    };
  }

  void readCitations(Letter letter, Consumer<Object> records) {
    Optional<LocalDate> asOf =
        letter.header().urDenialDate().or(() -> letter.header().decisionDate());
    for (Item item : letter.items()) {
      records.accept(citations.read(item.claimsAdministratorStatement(), asOf));
      records.accept(citations.read(item.reviewerStatement(), asOf));
    }
  }

  void readCategories(Letter letter, Consumer<Object> records) {
    for (Item item : letter.items()) {
      records.accept(categories.of(item.request().disputed()));
    }
  }

  void readDetails(Letter letter, Consumer<Object> records) {
    for (Item item : letter.items()) {
      records.accept(RequestDetails.of(item.request().disputed()));
    }
  }
}
