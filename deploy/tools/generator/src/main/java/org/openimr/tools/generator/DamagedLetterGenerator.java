package org.openimr.tools.generator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.Noise;
import org.openimr.tools.generator.model.SeededRandom;

/**
 * Letters that were damaged on their way: texts with passages gone, swapped, repeated or foreign,
 * and PDFs whose bytes were changed. A letter depends on the seed and its index alone.
 */
public final class DamagedLetterGenerator {
  /** PDFs are costly to draw, and their damage differs: so many are drawn. */
  private static final int DRAWN = 400;

  private static final double SECOND_DAMAGE = 0.3;
  private static final double WHOLE_PDF = 0.2;
  private static final List<TextMutation> MUTATIONS = List.of(TextMutation.values());

  private final long seed;
  private final int pdfEvery;
  private final LetterGenerator generator;
  private final byte[][] drawn;

  /**
   * @param seed the same seed gives the same letters
   * @param pdfEvery one in so many is a PDF, from 1
   */
  public DamagedLetterGenerator(long seed, int pdfEvery) {
    this.seed = seed;
    this.pdfEvery = pdfEvery;
    this.generator =
        new LetterGenerator(
            GeneratorSettings.withSeed(seed)
                .withNoises(Set.of(Noise.values()))
                .withNoiseShare(0.05));
    this.drawn = new byte[DRAWN][];
  }

  /** Whether a letter is a PDF, or was one before its damage. */
  public boolean isPdf(long index) {
    return index % pdfEvery == pdfEvery - 1;
  }

  /**
   * The bytes of a letter.
   *
   * @param index from 0
   */
  public byte[] generate(long index) {
    SeededRandom dice = new SeededRandom(seed, index);
    return isPdf(index) ? damagedPdf(index, dice) : damagedText(index, dice);
  }

  private byte[] damagedText(long index, SeededRandom dice) {
    String damaged = dice.pick(MUTATIONS).apply(generator.generate(index).text(), dice);
    if (dice.nextBoolean(SECOND_DAMAGE) && !damaged.isEmpty()) {
      damaged = dice.pick(MUTATIONS).apply(damaged, dice);
    }
    return damaged.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] damagedPdf(long index, SeededRandom dice) {
    byte[] pdf = drawn((int) (index / pdfEvery % DRAWN));
    if (dice.nextBoolean(WHOLE_PDF)) {
      return pdf;
    }
    return ByteMutation.apply(pdf, dice);
  }

  private synchronized byte[] drawn(int place) {
    if (drawn[place] == null) {
      drawn[place] = LetterPdfRenderer.render(generator.generate(place).content(), place % 2 == 0);
    }
    return drawn[place];
  }
}
