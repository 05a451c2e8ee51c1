package org.openimr.enrich.topology;

import java.util.List;
import java.util.Optional;
import org.openimr.event.Determination;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.ledger.PublishedCounts;
import org.openimr.schemas.registry.Outages;
import org.openimr.schemas.topic.Topic;

/** What a determination changes for its case; made whole before anything of it is published. */
sealed interface CaseUpdate {
  /** Room for the key, the headers and the record's own framing. */
  int OVERHEAD_BYTES = 64 * 1024;

  /** Why a determination with an event that no topic takes is a dead letter. */
  DeadLetterReason TOO_LARGE =
      new DeadLetterReason(
          DeadLetterReason.Code.TOO_LARGE,
          EnrichTopology.STAGE,
          "",
          "an event of this letter is larger than a topic takes");

  /** The same facts were published before. */
  record Unchanged() implements CaseUpdate {}

  /**
   * Another revision.
   *
   * @param state what is to be remembered of it
   * @param published what its records are to the case
   */
  record Revision(
      List<DeterminationRecordFactory.Event> records, CaseState state, PublishedCounts published)
      implements CaseUpdate {}

  /** Why it can't be published. */
  record Rejected(DeadLetterReason reason) implements CaseUpdate {}

  /**
   * Compares a determination with what was published last for its case.
   *
   * @param before empty for the first letter of a case
   * @param again whether its letter was counted before
   * @throws RuntimeException if the registry can't be asked; to be tried again
   */
  static CaseUpdate of(
      Determination determination,
      Optional<CaseState> before,
      boolean again,
      DeterminationRecordFactory events) {
    try {
      byte[] fingerprint = DeterminationFingerprint.of(determination);
      boolean old =
          before
              .filter(it -> it.hasFingerprint(fingerprint) || (again && it.outranks(determination)))
              .isPresent();
      return old ? new Unchanged() : revision(determination, before, fingerprint, events);
    } catch (RuntimeException e) {
      if (Outages.isEncodingBlocked(e)) {
        throw e;
      }
      return new Rejected(InternalErrors.toDeadLetter(e));
    } catch (StackOverflowError | OutOfMemoryError e) {
      return new Rejected(InternalErrors.toDeadLetter(e));
    }
  }

  private static CaseUpdate revision(
      Determination determination,
      Optional<CaseState> before,
      byte[] fingerprint,
      DeterminationRecordFactory events) {
    determination.setRevision(before.map(CaseState::revision).orElse(0) + 1);
    int itemsBefore = before.map(CaseState::items).orElse(0);
    List<DeterminationRecordFactory.Event> records = events.create(determination, itemsBefore);
    return records.stream().anyMatch(CaseUpdate::tooLarge)
        ? new Rejected(TOO_LARGE)
        : new Revision(
            records,
            CaseState.of(determination, fingerprint),
            published(determination, records, before.isPresent() ? 0 : 1, itemsBefore));
  }

  private static PublishedCounts published(
      Determination made,
      List<DeterminationRecordFactory.Event> records,
      int newCases,
      int itemsBefore) {
    int events = 0;
    int tombstones = 0;
    for (DeterminationRecordFactory.Event record : records) {
      if (record.topic() == Topic.ITEM_DECISIONS) {
        events += record.value() == null ? 0 : 1;
        tombstones += record.value() == null ? 1 : 0;
      }
    }
    int items = made.getDecisions().size();
    return new PublishedCounts(
        newCases, items - itemsBefore, made.getHeader().getItemCount(), events, tombstones);
  }

  private static boolean tooLarge(DeterminationRecordFactory.Event event) {
    return event.value() != null && event.value().length > Topic.MAX_RECORD_BYTES - OVERHEAD_BYTES;
  }
}
