package org.openimr.systemtest.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openimr.runtime.log.LogField;

class LogFieldsPageTest {

  @Test
  void pageListsExactlyTheLogFields() throws IOException {
    // When
    List<String> rows =
        Files.readAllLines(Path.of("../docs/observe.md")).stream()
            .dropWhile(line -> !line.equals("| key | value |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();

    // Then
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(LogField.values())
                .map(key -> "| `%s` | %s |".formatted(key.key(), key.description()))
                .toList());
  }
}
