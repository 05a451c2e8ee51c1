package org.openimr.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredTextTest {
  private static final int LIMIT = StoredText.MAX_CHARACTERS;

  static String[][] texts() {
    return new String[][] {
      {"scan 7.pdf", "scan 7.pdf"},
      {"Stra\u00dfe \ud83d\ude00.txt", "Stra\u00dfe \ud83d\ude00.txt"},
      {"a\u0000b", "a\uFFFDb"},
      {"\u001b[2Jname", "\uFFFD[2Jname"},
      {"a\u009b31m\r\n", "a\uFFFD31m\uFFFD\uFFFD"},
      {"half \ud83d", "half \uFFFD"},
      {"\ude00\ud83d", "\uFFFD\uFFFD"},
      {"", ""}
    };
  }

  @ParameterizedTest
  @MethodSource("texts")
  void replacesWhatCannotBeStored(String text, String stored) {
    assertThat(StoredText.bound(text)).isEqualTo(stored);
  }

  @Test
  void cutsLongTexts() {
    assertThat(StoredText.bound("x".repeat(LIMIT + 1))).isEqualTo("x".repeat(LIMIT));
  }

  @Test
  void doesNotLeaveHalfACharacterAtTheEnd() {
    assertThat(StoredText.bound("x".repeat(LIMIT - 1) + "\ud83d\ude00"))
        .isEqualTo("x".repeat(LIMIT - 1) + "\uFFFD");
  }
}
