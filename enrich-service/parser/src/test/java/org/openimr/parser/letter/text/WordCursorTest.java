package org.openimr.parser.letter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordCursorTest {

  private static List<String> words(String text, int from) {
    List<String> words = new ArrayList<>();
    for (WordCursor cursor = new WordCursor(text, from); cursor.advance(); ) {
      words.add(cursor.word());
    }
    return words;
  }

  @Test
  void returnsWordsInLowerCase() {
    assertThat(words("Right-hand, DOMINANT y/o worker's", 0))
        .containsExactly("right", "hand", "dominant", "y/o", "worker's");
  }

  @Test
  void stopsAtTheEndOfTheSentence() {
    assertThat(words("is a male. She", 0)).containsExactly("is", "a", "male");
    assertThat(words(". She", 0)).isEmpty();
    assertThat(words("", 0)).isEmpty();
  }

  @Test
  void startsAtAnOffset() {
    assertThat(words("48 year old male", 8)).containsExactly("old", "male");
  }

  @Test
  void splitsVeryLongWords() {
    assertThat(words("a".repeat(50), 0)).extracting(String::length).containsExactly(40, 10);
  }

  @ParameterizedTest
  @CsvSource({"the worker is, 13, 11", "word, 4, 0", "'a  ', 3, 3"})
  void findsStartOfWord(String text, int end, int start) {
    assertThat(WordCursor.wordStart(text, end)).isEqualTo(start);
  }

  @ParameterizedTest
  @CsvSource({"'Worker,', worker", "'Note:;', note", "IS, is", "',', ''"})
  void stripsTrailingPunctuation(String printed, String word) {
    assertThat(WordCursor.stripPunctuation(printed, 0, printed.length())).isEqualTo(word);
  }
}
