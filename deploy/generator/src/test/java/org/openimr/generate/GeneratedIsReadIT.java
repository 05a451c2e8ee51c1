package org.openimr.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * 100,000 letters over all layouts, eras, renderings and noises: every field of every one right.
 */
class GeneratedIsReadIT {

  @Test
  void everyFieldOfEveryLetterIsReadAsItWasMade() {
    LetterGenerator generator =
        new LetterGenerator(
            GeneratorSettings.seeded(2026).withNoises(Set.of(Noise.values())).withNoiseShare(0.08));

    assertThat(Readings.misses(generator, 0, 100_000)).isEmpty();
  }
}
