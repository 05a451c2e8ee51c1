package org.openimr.tools.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.tools.generator.model.Era;
import org.openimr.tools.generator.model.GeneratedLetter;
import org.openimr.tools.generator.model.GeneratedLetter.SendReason;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.LabelledItem;
import org.openimr.tools.generator.model.Noise;
import org.openimr.tools.generator.model.Rendering;

class LetterGeneratorTest {
  private static final int COUNT = 5_000;
  private static final List<GeneratedLetter> LETTERS =
      letters(new LetterGenerator(GeneratorSettings.withSeed(4)), COUNT);
  private static final GeneratorSettings NOISY =
      GeneratorSettings.withSeed(11).withNoises(Set.of(Noise.values()));

  @Test
  void sameSeedGivesSameLetters() {
    LetterGenerator one = new LetterGenerator(NOISY);
    LetterGenerator other = new LetterGenerator(NOISY);

    assertThat(letters(one, 200)).isEqualTo(letters(other, 200));
  }

  @Test
  void letterDoesNotDependOnEarlierLetters() {
    GeneratedLetter alone = new LetterGenerator(NOISY).generate(150);

    assertThat(letters(new LetterGenerator(NOISY), 200).get(150)).isEqualTo(alone);
  }

  @Test
  void otherSeedGivesOtherLetters() {
    GeneratedLetter one = new LetterGenerator(GeneratorSettings.withSeed(1)).generate(0);
    GeneratedLetter other = new LetterGenerator(GeneratorSettings.withSeed(2)).generate(0);

    assertThat(other.label()).isNotEqualTo(one.label());
  }

  @Test
  void caseNumbersAreUniqueAndOutsideTheRealRange() {
    List<String> numbers =
        LETTERS.stream().flatMap(letter -> letter.label().header().caseNumber().stream()).toList();

    assertThat(numbers).doesNotHaveDuplicates().allMatch(n -> n.matches("CM\\d\\d-[1-9]\\d{6}"));
  }

  @Test
  void lengthsMatchRealLetters() {
    long[] lengths =
        LETTERS.stream().mapToLong(letter -> letter.text().length()).sorted().toArray();

    assertThat(lengths[COUNT / 2]).isCloseTo(5_300, within(350L));
    assertThat(Arrays.stream(lengths).average().orElseThrow()).isCloseTo(6_300, within(350.0));
  }

  @Test
  void outcomesAndPartialApprovalsMatchRealLetters() {
    List<LabelledItem> items =
        LETTERS.stream().flatMap(letter -> letter.label().items().stream()).toList();

    assertThat(
            share(
                items.stream().filter(i -> i.outcome() == DecisionOutcome.OVERTURNED).count(),
                items))
        .isCloseTo(0.11, within(0.02));
    assertThat(share(items.stream().filter(i -> i.request().original().isPresent()).count(), items))
        .isCloseTo(0.10, within(0.02));
  }

  @Test
  void lettersHaveOneToTwentyOneItems() {
    Map<Integer, Long> counts =
        LETTERS.stream()
            .collect(Collectors.groupingBy(l -> l.label().items().size(), Collectors.counting()));

    assertThat(counts.keySet())
        .containsAll(LongStream.rangeClosed(1, 21).mapToObj(n -> (int) n).toList());
    assertThat(counts.get(1)).isGreaterThan(COUNT / 2);
  }

  @Test
  void usesOnlySelectedLayoutsErasAndRenderings() {
    GeneratorSettings settings =
        GeneratorSettings.withSeed(7)
            .withLayouts(Set.of(LetterLayout.STANDARD))
            .withEras(Set.of(Era.FROM_DECEMBER_2017))
            .withRenderings(Set.of(Rendering.PDFMINER));

    assertThat(letters(new LetterGenerator(settings), 200))
        .allMatch(letter -> letter.label().layout() == LetterLayout.STANDARD)
        .allMatch(letter -> letter.era() == Era.FROM_DECEMBER_2017)
        .allMatch(letter -> letter.rendering() == Rendering.PDFMINER);
  }

  @Test
  void resentLetterHasTheFactsOfAnEarlierOne() {
    List<GeneratedLetter> letters = letters(withRepeatedCases(), 2_000);

    List<GeneratedLetter> resent = withSendReason(letters, SendReason.RESENT);
    assertThat(resent).hasSizeBetween(300, 500);
    assertThat(resent)
        .allMatch(
            letter ->
                letters.subList(0, (int) letter.index()).stream()
                    .anyMatch(earlier -> earlier.label().equals(letter.label())));
  }

  @Test
  void revisedLetterHasOtherFactsForTheSameCase() {
    List<GeneratedLetter> letters = letters(withRepeatedCases(), 2_000);

    List<GeneratedLetter> revised = withSendReason(letters, SendReason.REVISED);
    assertThat(revised).hasSizeBetween(120, 280);
    assertThat(revised)
        .allSatisfy(
            letter -> {
              GeneratedLetter first = letters.get((int) letter.caseIndex());
              assertThat(letter.label()).isNotEqualTo(first.label());
              assertThat(letter.label().header().caseNumber())
                  .isPresent()
                  .isEqualTo(first.label().header().caseNumber());
            });
  }

  private static LetterGenerator withRepeatedCases() {
    return new LetterGenerator(
        NOISY.withLayouts(Set.of(LetterLayout.STANDARD)).withResent(0.2, 0.1));
  }

  private static List<GeneratedLetter> withSendReason(
      List<GeneratedLetter> letters, SendReason reason) {
    return letters.stream().filter(letter -> letter.sendReason() == reason).toList();
  }

  private static List<GeneratedLetter> letters(LetterGenerator generator, int count) {
    return LongStream.range(0, count).mapToObj(generator::generate).toList();
  }

  private static double share(long count, List<?> all) {
    return count / (double) all.size();
  }
}
