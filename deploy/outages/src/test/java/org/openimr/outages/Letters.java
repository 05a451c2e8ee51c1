package org.openimr.outages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.openimr.enrich.letter.LayoutName;
import org.openimr.generate.GeneratedLetter;
import org.openimr.generate.GeneratorSettings;
import org.openimr.generate.LetterGenerator;
import org.openimr.schemas.Sha256;

/** Letters of which it is known what is to come out: made up, each of a case of its own. */
record Letters(List<GeneratedLetter> all) {
  private static final LetterGenerator GENERATOR =
      new LetterGenerator(GeneratorSettings.seeded(4711));

  /** Letters {@code from} to {@code to - 1} of always the same row. */
  static Letters of(long from, long to) {
    return new Letters(LongStream.range(from, to).mapToObj(GENERATOR::letter).toList());
  }

  /** The first letter of a case, and one that revises it. */
  record Revised(GeneratedLetter first, GeneratedLetter revision) {
    String caseKey() {
      return first.label().header().caseNumber().orElseThrow();
    }
  }

  /** A case of which two letters say different things. */
  static Revised revised() {
    LetterGenerator generator =
        new LetterGenerator(
            GeneratorSettings.seeded(815)
                .withLayouts(Set.of(LayoutName.STANDARD))
                .withResent(0, 0.5));
    GeneratedLetter revision =
        LongStream.range(0, 1000)
            .mapToObj(generator::letter)
            .filter(letter -> letter.occasion() == GeneratedLetter.Occasion.REVISED)
            .findFirst()
            .orElseThrow();
    return new Revised(generator.letter(revision.caseIndex()), revision);
  }

  Letters and(GeneratedLetter letter) {
    return new Letters(Stream.concat(all.stream(), Stream.of(letter)).toList());
  }

  static byte[] bytes(GeneratedLetter letter) {
    return letter.text().getBytes(UTF_8);
  }

  /** Items of each letter, by letter id. */
  Map<String, Integer> items() {
    return all.stream()
        .collect(
            Collectors.toMap(
                letter -> Sha256.hex(bytes(letter)), letter -> letter.label().items().size()));
  }
}
