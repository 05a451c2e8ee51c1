package org.openimr.tools.generator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.Noise;
import org.openimr.tools.generator.model.SeededRandom;

/**
 * Generates damaged letters: texts with removed, swapped, repeated or inserted passages, and PDFs
 * with changed bytes. A letter depends only on the seed and its index.
 */
public final class DamagedLetterGenerator {
  /** Number of distinct PDFs, which are slow to render; the damage of each use differs. */
  private static final int RENDERED_PDFS = 400;

  private static final double SECOND_MUTATION_SHARE = 0.3;
  private static final double UNDAMAGED_PDF_SHARE = 0.2;
  private static final List<TextMutation> MUTATIONS = List.of(TextMutation.values());

  private final long seed;
  private final int pdfInterval;
  private final LetterGenerator generator;
  private final byte[][] renderedPdfs;

  /**
   * Creates a generator.
   *
   * @param seed the same seed gives the same letters
   * @param pdfInterval one in {@code pdfInterval} letters is a PDF; at least 1
   */
  public DamagedLetterGenerator(long seed, int pdfInterval) {
    this.seed = seed;
    this.pdfInterval = pdfInterval;
    this.generator =
        new LetterGenerator(
            GeneratorSettings.withSeed(seed)
                .withNoises(Set.of(Noise.values()))
                .withNoiseShare(0.05));
    this.renderedPdfs = new byte[RENDERED_PDFS][];
  }

  /** Whether a letter is a PDF, or was one before it was damaged. */
  public boolean isPdf(long index) {
    return index % pdfInterval == pdfInterval - 1;
  }

  /**
   * Returns the bytes of a letter.
   *
   * @param index starts at 0
   */
  public byte[] generate(long index) {
    SeededRandom random = new SeededRandom(seed, index);
    return isPdf(index) ? damagedPdf(index, random) : damagedText(index, random);
  }

  private byte[] damagedText(long index, SeededRandom random) {
    String damaged = random.pick(MUTATIONS).apply(generator.generate(index).text(), random);
    if (random.nextBoolean(SECOND_MUTATION_SHARE) && !damaged.isEmpty()) {
      damaged = random.pick(MUTATIONS).apply(damaged, random);
    }
    return damaged.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] damagedPdf(long index, SeededRandom random) {
    byte[] pdf = renderedPdf((int) (index / pdfInterval % RENDERED_PDFS));
    if (random.nextBoolean(UNDAMAGED_PDF_SHARE)) {
      return pdf;
    }
    return ByteMutation.apply(pdf, random);
  }

  private synchronized byte[] renderedPdf(int number) {
    if (renderedPdfs[number] == null) {
      renderedPdfs[number] =
          LetterPdfRenderer.render(generator.generate(number).content(), number % 2 == 0);
    }
    return renderedPdfs[number];
  }
}
