package org.openimr.standalone.up;

import org.openimr.standalone.pipeline.LocalPipeline;

/**
 * Counts of earlier runs with the same data directory, which a run leaves out of its own. Take it
 * when the pipeline is ready and before the first letter is sent.
 *
 * @param duplicates letters whose facts were already published
 * @param additionalLetters letters in addition to one per document
 */
public record LetterBaseline(long duplicates, long additionalLetters) {

  /** The counts so far. */
  public static LetterBaseline of(LocalPipeline pipeline) {
    return new LetterBaseline(pipeline.letterCounts().duplicates(), pipeline.additionalLetters());
  }

  /** The counts since then. */
  LetterBaseline since(LetterBaseline earlier) {
    return new LetterBaseline(
        Math.max(0, duplicates - earlier.duplicates),
        Math.max(0, additionalLetters - earlier.additionalLetters));
  }
}
