package org.openimr.parser.request.text;

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
import org.openimr.parser.request.category.TreatmentCategoryClassifier;
import org.openimr.parser.request.detail.RequestDetails;

class TokensTest {

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
    return Tokens.of(text).folded();
  }

  @Property
  void wordsStandInTheTextInTheirOrder(@ForAll String text) {
    int behind = 0;
    Tokens words = Tokens.of(text);
    for (int i = 0; i < words.count(); i++) {
      assertThat(words.start(i)).isGreaterThanOrEqualTo(behind);
      assertThat(words.end(i)).isGreaterThan(words.start(i)).isLessThanOrEqualTo(text.length());
      behind = words.end(i);
    }
  }

  @Test
  void longestPhraseIsFound() {
    PhraseTrie<String> vocabulary = new PhraseTrie<>();
    vocabulary.add("physical", "a word");
    vocabulary.add("physical therapy evaluation", "a visit");
    vocabulary.add("2 d echo", "a test");
    vocabulary.add("{n} x {n}", "a shorthand");

    assertThat(vocabulary.findLongestAt(Tokens.of("Physical therapy evaluations"), 0))
        .contains(new PhraseTrie.Match<>("a visit", 3));
    assertThat(vocabulary.findLongestAt(Tokens.of("Physical therapy"), 0))
        .contains(new PhraseTrie.Match<>("a word", 1));
    assertThat(vocabulary.findLongestAt(Tokens.of("2x6"), 0))
        .contains(new PhraseTrie.Match<>("a shorthand", 3));
    assertThat(vocabulary.findLongestAt(Tokens.of("therapy"), 0)).isEqualTo(Optional.empty());
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void longTextIsReadInLinearTime() {
    TreatmentCategoryClassifier categories = TreatmentCategoryClassifier.standard();
    for (String piece : List.of("1/", "2 x ", "left knee L4-5 ", "gabapentinn ", "one (1) ", " ")) {
      String text = piece.repeat(200_000 / piece.length());
      categories.classify(text);
      assertThat(RequestDetails.of(text).datesOfService()).isEmpty();
    }
  }
}
