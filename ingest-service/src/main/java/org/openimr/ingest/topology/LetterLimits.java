package org.openimr.ingest.topology;

import java.util.Optional;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.topic.Topic;

/**
 * Limits above which a document is rejected after its text was extracted.
 *
 * @param maxEventBytes maximum size of a letter's event, in bytes
 * @param maxLetters maximum number of letters in a document; all are published in one transaction
 */
public record LetterLimits(int maxEventBytes, int maxLetters) {
  public static final LetterLimits DEFAULT = new LetterLimits(Topic.MAX_RECORD_BYTES, 500);

  public LetterLimits {
    if (maxEventBytes < 1 || maxLetters < 1) {
      throw new IllegalArgumentException("limits must be at least 1");
    }
  }

  /**
   * Returns the reason to reject a document with this number of letters; empty within the limit.
   */
  public Optional<DeadLetterReason> rejectionOf(int letters) {
    return letters <= maxLetters
        ? Optional.empty()
        : Optional.of(
            new DeadLetterReason(
                DeadLetterReason.Code.TOO_LARGE,
                TextExtractionProcessor.STAGE,
                "letters",
                "the document contains %d letters, more than %d".formatted(letters, maxLetters)));
  }
}
