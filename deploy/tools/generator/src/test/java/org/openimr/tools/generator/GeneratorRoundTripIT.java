package org.openimr.tools.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.Noise;

/**
 * Parses every field of 100,000 letters of all layouts, eras, renderings and noises. A remark after
 * the conclusion that a page break sets apart may be left out with a warning.
 */
class GeneratorRoundTripIT {
  /** Misses with a warning; 20 were measured. */
  private static final int MAX_WARNED = 40;

  @Test
  void parsesEveryFieldOfEveryLetterOrWarns() {
    LetterGenerator generator =
        new LetterGenerator(
            GeneratorSettings.withSeed(2026)
                .withNoises(Set.of(Noise.values()))
                .withNoiseShare(0.08));

    RoundTripReader.Misses misses = RoundTripReader.warnedAndSilent(generator, 0, 100_000);

    assertThat(misses.silent()).isEmpty();
    assertThat(misses.warned()).hasSizeLessThan(MAX_WARNED);
  }
}
