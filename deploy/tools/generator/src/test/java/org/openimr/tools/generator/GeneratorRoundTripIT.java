package org.openimr.tools.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.Noise;

/**
 * 100,000 letters over all layouts, eras, renderings and noises: every field of every one right.
 */
class GeneratorRoundTripIT {

  @Test
  void everyFieldOfEveryLetterIsReadAsItWasMade() {
    LetterGenerator generator =
        new LetterGenerator(
            GeneratorSettings.withSeed(2026)
                .withNoises(Set.of(Noise.values()))
                .withNoiseShare(0.08));

    assertThat(RoundTripReader.misses(generator, 0, 100_000)).isEmpty();
  }
}
