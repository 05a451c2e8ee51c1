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
  private static final String FIRST = letter("CM21-0000001", "lumbar brace");
  private static final String SECOND = letter("CM21-0000002", "hot pack");

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
            ExtractionWarning.onPage(ExtractionWarning.Code.ANNOTATION, 1, "first"),
            ExtractionWarning.onPage(ExtractionWarning.Code.HIDDEN_TEXT, 2, "second"),
            new ExtractionWarning(ExtractionWarning.Code.TEXT_CHANGED, "text", "all"));
    return LetterReceivedFactory.create(
        Document.of(Optional.empty(), Optional.empty(), text.getBytes(UTF_8), Instant.EPOCH),
        new ExtractedText(
            text, pageStarts, ExtractedText.Method.PDF_TEXT, pages, "application/pdf", warnings));
  }

  private static List<String> fields(LetterReceived letter) {
    return letter.getWarnings().stream().map(Warning::getField).toList();
  }

  private static String letter(String caseNumber, String request) {
    return """
    Case Number: %s
    Date Assigned: 01/20/2017 Date of Injury: 10/26/2015
    Decision Date: 02/16/2017 UR Denial Date: 01/09/2017
    Priority: Standard Application Received: 01/17/2017

    HOW THE IMR FINAL DETERMINATION WAS MADE

    CLINICAL CASE SUMMARY

    The synthetic worker is a 44-year-old female with back pain.

    IMR ISSUES, DECISIONS AND RATIONALES

    The Final Determination was based on decisions for the disputed items/services set forth below:

    %s: Upheld
    """
        .formatted(caseNumber, request);
  }
}
