package org.openimr.ingest.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.openimr.event.LetterReceived;
import org.openimr.event.Warning;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionWarning;
import org.openimr.ingest.topology.LetterReceivedFactory.Document;

class LetterReceivedFactoryTest {
  private static final String FIRST = IngestTestLetters.letter("CM21-0000001", "lumbar brace");
  private static final String SECOND = IngestTestLetters.letter("CM21-0000002", "hot pack");

  @Test
  void letterHasWarningsOfItsPagesAndOfWholeDocument() {
    List<LetterReceived> letters =
        create(FIRST + "\f" + SECOND, List.of(0, FIRST.length() + 1), OptionalInt.of(2));

    assertThat(letters).hasSize(2);
    assertThat(fields(letters.get(0))).containsExactly("pages[1]", "text");
    assertThat(fields(letters.get(1))).containsExactly("pages[1]", "text");
    assertThat(letters.get(1).getWarnings().getFirst().getMessage()).isEqualTo("second");
  }

  @Test
  void onlyLetterHasAllWarnings() {
    List<LetterReceived> letters = create(FIRST + "\f", List.of(0), OptionalInt.of(2));

    assertThat(fields(letters.getFirst())).containsExactly("pages[1]", "pages[2]", "text");
  }

  private static List<LetterReceived> create(
      String text, List<Integer> pageStarts, OptionalInt pages) {
    List<ExtractionWarning> warnings =
        List.of(
            new ExtractionWarning(ExtractionWarning.Code.ANNOTATION, 1, "first"),
            new ExtractionWarning(ExtractionWarning.Code.HIDDEN_TEXT, 2, "second"),
            ExtractionWarning.onDocument(ExtractionWarning.Code.TEXT_CHANGED, "all"));
    return LetterReceivedFactory.create(
        Document.of(Optional.empty(), Optional.empty(), text.getBytes(UTF_8), Instant.EPOCH),
        new ExtractedText(
            text, pageStarts, ExtractedText.Method.PDF_TEXT, pages, "application/pdf", warnings));
  }

  private static List<String> fields(LetterReceived letter) {
    return letter.getWarnings().stream().map(Warning::getField).toList();
  }
}
