package org.openimr.ingest.extract.model;

import java.time.Duration;

/**
 * What a document may cost before it is refused.
 *
 * <p>The published letters at hand, 63 PDFs and 68 texts, have at most 51 kB, 6 pages and 16,000
 * characters and take 4 ms; the defaults leave each of these a factor of 30 and more.
 *
 * @param bytes size of a letter as it came; also a PDF's attachments and pictures count
 * @param pages of a PDF
 * @param characters of the text, in UTF-16 code units
 * @param inflatedBytes of all page contents of a PDF together, unpacked
 * @param memoryMegabytes heap of the process that reads PDFs
 * @param time that a processor may work on one PDF; a busy machine makes it no shorter
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
      throw new IllegalArgumentException("limits are at least 1");
    }
    if (maxMemoryMegabytes < 32) {
      throw new IllegalArgumentException("a PDF reader needs at least 32 MB");
    }
    if (maxTime.toMillis() < 1) {
      throw new IllegalArgumentException("the limit on time is at least 1 ms");
    }
  }
}
