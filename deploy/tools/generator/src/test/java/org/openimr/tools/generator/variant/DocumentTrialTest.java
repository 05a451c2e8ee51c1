package org.openimr.tools.generator.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Parses documents in random variants; {@link DocumentTrialIT} covers many more. A failure lists
 * the seed and the index of each document.
 */
class DocumentTrialTest {
  private static final int DOCUMENTS = 500;

  /** No document should be silent; {@link DocumentTrialIT} measures how many are. */
  private static final int MAX_SILENT = 3;

  @ParameterizedTest
  @ValueSource(longs = {3, 71, 1999, 20_260_401, -8, Long.MAX_VALUE})
  void fewDocumentsAreSilent(long seed) {
    DocumentTrial trial = new DocumentTrial(seed, List.of(VariantSelection.RANDOM));

    LongStream.range(0, DOCUMENTS).forEach(trial::judge);

    assertThat(trial.silent()).as("seed %d", seed).hasSizeLessThanOrEqualTo(MAX_SILENT);
  }
}
