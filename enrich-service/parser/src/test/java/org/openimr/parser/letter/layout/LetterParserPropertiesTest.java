package org.openimr.parser.letter.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.model.ParseResult.FailureCode;
import org.openimr.parser.letter.model.SourceMappedText;

/** Any text is parsed completely or rejected, without an exception. */
class LetterParserPropertiesTest {
  private static final String LETTER = StandardLetterBuilder.withTwoItems().text();

  /** A random change to a text. */
  private interface Mutation {
    String of(String text, Random random);
  }

  private static final List<Mutation> MUTATIONS =
      List.of(
          LetterParserPropertiesTest::cut,
          LetterParserPropertiesTest::swap,
          LetterParserPropertiesTest::repeat,
          LetterParserPropertiesTest::insert,
          LetterParserPropertiesTest::shuffleLines,
          LetterParserPropertiesTest::removeLine,
          LetterParserPropertiesTest::insertRandomCharacters);

  @Provide
  Arbitrary<String> mutants() {
    Arbitrary<List<Mutation>> changes = Arbitraries.of(MUTATIONS).list().ofMinSize(1).ofMaxSize(4);
    return Combinators.combine(changes, Arbitraries.longs())
        .as(
            (mutations, seed) -> {
              Random random = new Random(seed);
              String text = LETTER;
              for (Mutation mutation : mutations) {
                text = mutation.of(text, random);
              }
              return text;
            });
  }

  @Property(tries = 3000)
  void parsesMutatedLettersCompletelyOrFails(@ForAll("mutants") String text) {
    assertCompleteOrFailed(text);
  }

  @Property(tries = 500)
  void parsesAnyTextCompletelyOrFails(@ForAll String text) {
    assertCompleteOrFailed(text);
  }

  private static void assertCompleteOrFailed(String text) {
    switch (LetterParser.parse(text)) {
      case ParseResult.Parsed parsed -> assertComplete(parsed.letter(), text);
      case ParseResult.Failed failed -> {
        assertThat(failed.code()).isIn((Object[]) FailureCode.values());
        assertThat(failed.offset()).isBetween(0, text.length());
        assertThat(failed.message()).isNotBlank();
      }
    }
  }

  private static void assertComplete(Letter letter, String text) {
    assertThat(letter.items()).isNotEmpty();
    int number = 0;
    for (DisputedItem item : letter.items()) {
      assertThat(item.number()).isEqualTo(++number);
      assertThat(item.request().text()).isNotBlank();
      assertThat(item.rationale()).isNotBlank();
      assertOffsets(item.claimsAdministratorStatement(), text);
      assertOffsets(item.reviewerStatement(), text);
    }
  }

  private static void assertOffsets(SourceMappedText mapped, String text) {
    for (int i = 0; i < mapped.text().length(); i++) {
      assertThat(mapped.sourceOffset(i))
          .isBetween(i == 0 ? 0 : mapped.sourceOffset(i - 1), text.length());
    }
  }

  private static String cut(String text, Random random) {
    int start = random.nextInt(text.length() + 1);
    int end = start + random.nextInt(text.length() - start + 1);
    return text.substring(0, start) + (random.nextBoolean() ? text.substring(end) : "");
  }

  private static String swap(String text, Random random) {
    int[] at = random.ints(3, 0, text.length() + 1).sorted().toArray();
    return text.substring(0, at[0])
        + text.substring(at[1], at[2])
        + text.substring(at[0], at[1])
        + text.substring(at[2]);
  }

  private static String repeat(String text, Random random) {
    int[] at = random.ints(2, 0, text.length() + 1).sorted().toArray();
    String part = text.substring(at[0], Math.min(at[1], at[0] + 2000));
    return text.substring(0, at[1]) + part.repeat(random.nextInt(3)) + text.substring(at[1]);
  }

  private static String insert(String text, Random random) {
    List<String> parts =
        List.of(
            "Decision rationale:",
            "MAXIMUS guideline:",
            ": Upheld\n",
            ":",
            "\n\n",
            "12/12/2012",
            "IMR ISSUES, DECISIONS AND RATIONALES",
            "48 year old",
            "\f",
            "-\n",
            " and ",
            ",");
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + parts.get(random.nextInt(parts.size())) + text.substring(at);
  }

  private static String shuffleLines(String text, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int start = random.nextInt(lines.size());
    int end = Math.min(lines.size(), start + 1 + random.nextInt(12));
    Collections.shuffle(lines.subList(start, end), random);
    return String.join("\n", lines);
  }

  private static String removeLine(String text, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    lines.remove(random.nextInt(lines.size()));
    return String.join("\n", lines);
  }

  private static String insertRandomCharacters(String text, Random random) {
    StringBuilder odd = new StringBuilder(text);
    for (int k = 0; k < 20; k++) {
      odd.insert(random.nextInt(odd.length() + 1), (char) random.nextInt(0x10000));
    }
    return odd.toString();
  }
}
