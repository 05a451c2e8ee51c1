package org.openimr.ingest.extract.model;

import java.time.Duration;

/**
 * Limits above which a document is rejected.
 *
 * <p>The published letters (63 PDFs and 68 texts) have at most 51 kB, 6 pages and 16,000 characters
 * and take 4 ms each; the defaults are at least 30 times as high.
 *
 * @param maxBytes maximum size of a letter, including a PDF's attachments and images
 * @param maxPages maximum number of pages of a PDF
 * @param maxCharacters maximum length of the text in UTF-16 code units
 * @param maxInflatedBytes maximum size of all page contents of a PDF together, uncompressed
 * @param maxMemoryMegabytes heap of a PDF worker process, at least 32
 * @param maxTime maximum CPU time for one PDF; does not depend on the load of the machine
 */
public record ExtractionLimits(
    int maxBytes,
    int maxPages,
    int maxCharacters,
    long maxInflatedBytes,
    int maxMemoryMegabytes,
    Duration maxTime) {

  public static final ExtractionLimits DEFAULT =
      new ExtractionLimits(8 << 20, 200, 1_000_000, 64L << 20, 192, Duration.ofSeconds(5));

  public ExtractionLimits {
    if (maxBytes < 1 || maxPages < 1 || maxCharacters < 1 || maxInflatedBytes < 1) {
      throw new IllegalArgumentException("limits must be at least 1");
    }
    if (maxMemoryMegabytes < 32) {
      throw new IllegalArgumentException("a PDF worker needs at least 32 MB");
    }
    if (maxTime.toMillis() < 1) {
      throw new IllegalArgumentException("the time limit must be at least 1 ms");
    }
  }
}
