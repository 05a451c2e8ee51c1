package org.openimr.enrich.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Facet INJECTIONS | facet injection",
        "De Quervain's release | de quervain release",
        "De Quervain’s release | de quervain release",
        "Norco® 10/325mg | norco 10 325 mg",
        "X-rays | x ray",
        "7.5mg, #1,000 | 7.5 mg # 1000",
        "5% patch. | 5 % patch",
        "TENS pens | tens pens",
        "arthritis bursitis pus | arthritis bursitis pus",
        "'' | ''"
      })
  void spellingsOfOneThingAreEqual(String text, String folded) {
    assertThat(String.join(" ", folded(text)).replace(",", "")).isEqualTo(folded);
  }

  private static List<String> folded(String text) {
    return Words.of(text).folded();
  }

  @Property
  void wordsStandInTheTextInTheirOrder(@ForAll String text) {
    int behind = 0;
    Words words = Words.of(text);
    for (int i = 0; i < words.count(); i++) {
      assertThat(words.start(i)).isGreaterThanOrEqualTo(behind);
      assertThat(words.end(i)).isGreaterThan(words.start(i)).isLessThanOrEqualTo(text.length());
      behind = words.end(i);
    }
  }

  @Test
  void longestPhraseIsFound() {
    Vocabulary<String> vocabulary = new Vocabulary<>();
    vocabulary.add("physical", "a word");
    vocabulary.add("physical therapy evaluation", "a visit");
    vocabulary.add("2 d echo", "a test");
    vocabulary.add("{n} x {n}", "a shorthand");

    assertThat(vocabulary.longestAt(Words.of("Physical therapy evaluations"), 0))
        .contains(new Vocabulary.Hit<>("a visit", 3));
    assertThat(vocabulary.longestAt(Words.of("Physical therapy"), 0))
        .contains(new Vocabulary.Hit<>("a word", 1));
    assertThat(vocabulary.longestAt(Words.of("2x6"), 0))
        .contains(new Vocabulary.Hit<>("a shorthand", 3));
    assertThat(vocabulary.longestAt(Words.of("therapy"), 0)).isEqualTo(Optional.empty());
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void longTextIsReadInLinearTime() {
    TreatmentCategories categories = TreatmentCategories.standard();
    for (String piece : List.of("1/", "2 x ", "left knee L4-5 ", "gabapentinn ", "one (1) ", " ")) {
      String text = piece.repeat(200_000 / piece.length());
      categories.of(text);
      assertThat(RequestDetails.of(text).datesOfService()).isEmpty();
    }
  }
}
