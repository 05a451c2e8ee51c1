package org.openimr.generate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Letters that were damaged on their way: texts with passages gone, swapped, repeated or foreign,
 * and PDFs whose bytes were changed. A letter depends on the seed and its index alone.
 */
public final class DamagedLetters {
  /** PDFs are costly to draw, and their damage differs: so many are drawn. */
  private static final int DRAWN = 400;

  private static final double SECOND_DAMAGE = 0.3;
  private static final double WHOLE_PDF = 0.2;
  private static final List<Mutation> MUTATIONS = List.of(Mutation.values());

  private final long seed;
  private final int pdfEvery;
  private final LetterGenerator generator;
  private final byte[][] drawn;

  /**
   * @param seed the same seed gives the same letters
   * @param pdfEvery one in so many is a PDF, from 1
   */
  public DamagedLetters(long seed, int pdfEvery) {
    this.seed = seed;
    this.pdfEvery = pdfEvery;
    this.generator =
        new LetterGenerator(
            GeneratorSettings.seeded(seed).withNoises(Set.of(Noise.values())).withNoiseShare(0.05));
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
  public byte[] letter(long index) {
    Dice dice = new Dice(seed, index);
    return isPdf(index) ? damagedPdf(index, dice) : damagedText(index, dice);
  }

  private byte[] damagedText(long index, Dice dice) {
    String damaged = dice.pick(MUTATIONS).of(generator.letter(index).text(), dice);
    if (dice.happens(SECOND_DAMAGE) && !damaged.isEmpty()) {
      damaged = dice.pick(MUTATIONS).of(damaged, dice);
    }
    return damaged.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] damagedPdf(long index, Dice dice) {
    byte[] pdf = drawn((int) (index / pdfEvery % DRAWN));
    if (dice.happens(WHOLE_PDF)) {
      return pdf;
    }
    return ByteDamage.of(pdf, dice);
  }

  private synchronized byte[] drawn(int place) {
    if (drawn[place] == null) {
      drawn[place] = LetterPdf.of(generator.letter(place).manuscript(), place % 2 == 0);
    }
    return drawn[place];
  }
}
