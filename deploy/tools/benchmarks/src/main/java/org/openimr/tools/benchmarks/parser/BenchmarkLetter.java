package org.openimr.tools.benchmarks.parser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.openimr.event.Extraction;
import org.openimr.event.ExtractionMethod;
import org.openimr.event.LetterReceived;
import org.openimr.event.Source;
import org.openimr.parser.letter.header.CaseKey;

/**
 * A synthetic letter of the mean size of published ones, 6.3 KB with three items. It never changes,
 * so that results of different days are comparable.
 */
final class BenchmarkLetter {
  private BenchmarkLetter() {}

  static String text() {
    try (InputStream letter = BenchmarkLetter.class.getResourceAsStream("letter.txt")) {
      return new String(letter.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("letter.txt is missing from the JAR", e);
    }
  }

  /** Creates the event of the ingest service. */
  static LetterReceived toEvent(String text) {
    return new LetterReceived(
        CaseKey.of(text),
        "0".repeat(64),
        new Source(null, "letter.txt", "text/plain", (long) text.getBytes(UTF_8).length, null),
        Instant.EPOCH,
        text,
        List.of(0),
        new Extraction(ExtractionMethod.PLAIN_TEXT, null),
        List.of());
  }
}
