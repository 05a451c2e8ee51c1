package org.openimr.tools.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.Noise;
import org.openimr.tools.generator.model.Rendering;

/** Parses generated letters; {@link GeneratorRoundTripIT} covers many more. */
class GeneratorRoundTripTest {
  private static final int LETTERS = 250;

  @ParameterizedTest
  @EnumSource
  void parsesEachRendering(Rendering rendering) {
    GeneratorSettings settings = GeneratorSettings.withSeed(41).withRenderings(Set.of(rendering));

    assertThat(misses(settings)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void parsesEachNoise(Noise noise) {
    GeneratorSettings settings =
        GeneratorSettings.withSeed(42).withNoises(Set.of(noise)).withNoiseShare(1);

    assertThat(misses(settings)).isEmpty();
  }

  @Property(tries = 500)
  void parsesAnyLetterOfAnySeed(
      @ForAll long seed, @ForAll @LongRange(min = 0, max = 1_000_000) long index) {
    GeneratorSettings settings =
        GeneratorSettings.withSeed(seed).withNoises(Set.of(Noise.values())).withNoiseShare(0.1);

    assertThat(RoundTripReader.misses(new LetterGenerator(settings).generate(index))).isEmpty();
  }

  private static List<String> misses(GeneratorSettings settings) {
    return RoundTripReader.misses(new LetterGenerator(settings), 0, LETTERS);
  }
}
