package org.openimr.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.event.DocumentPart;
import org.openimr.event.LetterReceived;

class LetterBoundsTest {
  private static final String KEY = "CM17-9123456";
  private static final Instant RECORD_TIME = Instant.parse("2026-11-01T10:00:00Z");

  static Stream<Arguments> violations() {
    return Stream.of(
        violation("caseKey", letter -> letter.setCaseKey("")),
        violation("caseKey", letter -> letter.setCaseKey(KEY + "#2")),
        violation("caseKey", letter -> letter.setCaseKey("x".repeat(201))),
        violation("letterId", letter -> letter.setLetterId("")),
        violation("letterId", letter -> letter.setLetterId("ab\u0000cd")),
        violation("letterId", letter -> letter.setLetterId("a".repeat(201))),
        violation("source", letter -> letter.getSource().setSizeBytes(-1L)),
        violation(
            "source", letter -> letter.getSource().setPart(new DocumentPart("d", 3, 2, 0, null))),
        violation("pageStarts", letter -> letter.setPageStarts(List.of(-1))),
        violation("pageStarts", letter -> letter.setPageStarts(List.of(5, 4))),
        violation("pageStarts", letter -> letter.setPageStarts(List.of(Integer.MAX_VALUE))));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void namesFieldThatNoEventMayHave(String field, Consumer<LetterReceived> change) {
    LetterReceived letter = letter();
    change.accept(letter);

    assertThat(LetterBounds.violatedField(letter)).contains(field);
  }

  @Test
  void acceptsLetterOfIngest() {
    assertThat(LetterBounds.violatedField(letter())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("impossibleTimes")
  void replacesTimeThatSinksCannotHold(Instant time) {
    LetterReceived letter = letter();
    letter.setReceivedAt(time);

    LetterBounds.bound(letter, RECORD_TIME.toEpochMilli());

    assertThat(letter.getReceivedAt()).isEqualTo(RECORD_TIME);
  }

  static Stream<Instant> impossibleTimes() {
    return Stream.of(
        Instant.ofEpochMilli(Long.MAX_VALUE),
        Instant.ofEpochMilli(Long.MIN_VALUE),
        Instant.ofEpochMilli(-1),
        Instant.parse("+10000-01-01T00:00:00Z"));
  }

  @Test
  void replacesControlCharactersAboutSource() {
    LetterReceived letter = letter();
    letter.getSource().setName("a\u0000.txt");
    letter.getSource().setUri("file:///\u001b[2J");

    LetterBounds.bound(letter, RECORD_TIME.toEpochMilli());

    assertThat(letter.getSource().getName()).isEqualTo("a\uFFFD.txt");
    assertThat(letter.getSource().getUri()).isEqualTo("file:///\uFFFD[2J");
  }

  @Test
  void replacesControlCharactersOfTextWithoutMovingIt() {
    LetterReceived letter = letter();
    letter.setText("one\u0000two\u001b[1m\tthree\r\n\ffour\u0085\u009b");

    LetterBounds.bound(letter, RECORD_TIME.toEpochMilli());

    assertThat(letter.getText()).isEqualTo("one two [1m\tthree\r\n\ffour  ");
  }

  @Test
  void keepsOtherTextAsItIs() {
    LetterReceived letter = letter();
    String text = letter.getText();

    LetterBounds.bound(letter, RECORD_TIME.toEpochMilli());

    assertThat(letter.getText()).isSameAs(text);
  }

  private static Arguments violation(String field, Consumer<LetterReceived> change) {
    return Arguments.of(field, change);
  }

  private static LetterReceived letter() {
    return EnrichTestLetters.received(EnrichTestLetters.text(KEY, "Sample belt: Upheld"));
  }
}
