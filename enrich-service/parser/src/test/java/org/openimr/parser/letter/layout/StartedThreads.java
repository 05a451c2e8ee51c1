package org.openimr.parser.letter.layout;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.Optional;
import org.openimr.parser.citation.CitationParser;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.request.RequestParser;
import org.openimr.parser.request.category.TreatmentCategoryClassifier;

/** Uses every part of the parser and prints the number of threads that this started. */
final class StartedThreads {
  private StartedThreads() {}

  public static void main(String[] arguments) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getTotalStartedThreadCount();
    int citations = parse();
    System.out.printf(
        "%d citations, %d threads%n", citations, threads.getTotalStartedThreadCount() - before);
  }

  private static int parse() {
    CitationParser citations = new CitationParser(CatalogueFileReader.seedCatalogue());
    RequestParser requests = new RequestParser(TreatmentCategoryClassifier.standard());
    ParseResult result = LetterParser.parse(StandardLetterBuilder.withTwoItems().text());
    int count = 0;
    for (DisputedItem item : ((ParseResult.Parsed) result).letter().items()) {
      requests.parse(item.request().disputed());
      count +=
          citations
              .parse(item.reviewerStatement(), Optional.of(LocalDate.EPOCH))
              .citations()
              .size();
    }
    return count;
  }
}
