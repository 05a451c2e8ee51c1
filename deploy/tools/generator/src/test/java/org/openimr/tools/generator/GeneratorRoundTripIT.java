package org.openimr.tools.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.Noise;

/** Parses every field of 100,000 letters of all layouts, eras, renderings and noises. */
class GeneratorRoundTripIT {

  @Test
  void parsesEveryFieldOfEveryLetter() {
    LetterGenerator generator =
        new LetterGenerator(
            GeneratorSettings.withSeed(2026)
                .withNoises(Set.of(Noise.values()))
                .withNoiseShare(0.08));

    assertThat(RoundTripReader.misses(generator, 0, 100_000)).isEmpty();
  }
}
