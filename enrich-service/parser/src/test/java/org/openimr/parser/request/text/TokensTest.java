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
  void normalizesSpellings(String text, String normalized) {
    assertThat(String.join(" ", normalized(text)).replace(",", "")).isEqualTo(normalized);
  }

  private static List<String> normalized(String text) {
    return Tokens.of(text).toList();
  }

  @Property
  void tokensAreOrderedAndDisjoint(@ForAll String text) {
    int end = 0;
    Tokens tokens = Tokens.of(text);
    for (int i = 0; i < tokens.size(); i++) {
      assertThat(tokens.start(i)).isGreaterThanOrEqualTo(end);
      assertThat(tokens.end(i)).isGreaterThan(tokens.start(i)).isLessThanOrEqualTo(text.length());
      end = tokens.end(i);
    }
  }

  @Test
  void findsLongestPhrase() {
    PhraseTrie<String> phrases = new PhraseTrie<>();
    phrases.add("physical", "a word");
    phrases.add("physical therapy evaluation", "a visit");
    phrases.add("2 d echo", "a test");
    phrases.add("{n} x {n}", "a shorthand");

    assertThat(phrases.findLongestAt(Tokens.of("Physical therapy evaluations"), 0))
        .contains(new PhraseTrie.PhraseMatch<>("a visit", 3));
    assertThat(phrases.findLongestAt(Tokens.of("Physical therapy"), 0))
        .contains(new PhraseTrie.PhraseMatch<>("a word", 1));
    assertThat(phrases.findLongestAt(Tokens.of("2x6"), 0))
        .contains(new PhraseTrie.PhraseMatch<>("a shorthand", 3));
    assertThat(phrases.findLongestAt(Tokens.of("therapy"), 0)).isEqualTo(Optional.empty());
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void parsesLongTextInLinearTime() {
    TreatmentCategoryClassifier categories = TreatmentCategoryClassifier.standard();
    for (String piece : List.of("1/", "2 x ", "left knee L4-5 ", "gabapentinn ", "one (1) ", " ")) {
      String text = piece.repeat(200_000 / piece.length());
      categories.classify(text);
      assertThat(RequestDetails.of(text).datesOfService()).isEmpty();
    }
  }
}
