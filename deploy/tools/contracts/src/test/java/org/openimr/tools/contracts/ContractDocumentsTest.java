package org.openimr.tools.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed contract documents match the code. */
class ContractDocumentsTest {
  private static final Path PUBLISHED = Path.of("published");
  private static final Path EVENTS_PAGE = Path.of("../../docs/events.md");
  private static final String REMEDY =
      "; regenerate with: deploy/imr contracts deploy/tools/contracts/published --pages"
          + " deploy/docs";

  @Test
  void publishedDocumentsMatchCode() throws IOException {
    for (var document : ContractDocuments.documents().entrySet()) {
      assertThat(PUBLISHED.resolve(document.getKey()))
          .as(document.getKey() + " is stale or missing" + REMEDY)
          .exists()
          .hasContent(document.getValue());
    }
  }

  @Test
  void publishesNoOtherDocuments() throws IOException {
    try (Stream<Path> files = Files.walk(PUBLISHED)) {
      List<String> published =
          files
              .filter(Files::isRegularFile)
              .map(file -> PUBLISHED.relativize(file).toString())
              .toList();

      assertThat(published)
          .containsExactlyInAnyOrderElementsOf(ContractDocuments.documents().keySet());
    }
  }

  @Test
  void eventsPageMatchesCode() {
    assertThat(EVENTS_PAGE)
        .as("events.md is stale" + REMEDY)
        .exists()
        .hasContent(ContractDocuments.eventsPage());
  }
}
