package org.openimr.sink.monitor.feed;

import org.openimr.event.Determination;
import org.openimr.schemas.event.DeadLetterReason;

/** What became of a letter, as whoever reads the topics sees it. Duplicates publish nothing. */
public sealed interface LetterResult {

  /** It was read and published, by a transaction that is committed. */
  record Determined(Determination determination) implements LetterResult {}

  /**
   * It could not be read.
   *
   * @param code name of a {@link DeadLetterReason.Code}, or one that this version does not know
   * @param stage what refused it
   * @param name file name that its sender gave, else empty
   */
  record DeadLettered(String code, String stage, String name) implements LetterResult {}
}
