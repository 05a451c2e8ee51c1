package org.openimr.enrich.topology;

import java.util.List;
import java.util.Optional;
import org.openimr.event.Determination;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.ledger.PublishedCounts;
import org.openimr.schemas.registry.Outages;
import org.openimr.schemas.topic.Topic;

/** The effect of a determination on its case, computed before any of its events is published. */
sealed interface CaseUpdate {
  /** Maximum size of the key, the headers and the framing of a record, in bytes. */
  int OVERHEAD_BYTES = 64 * 1024;

  /** The reason for rejecting a determination with an event above the record size limit. */
  DeadLetterReason TOO_LARGE =
      new DeadLetterReason(
          DeadLetterReason.Code.TOO_LARGE,
          EnrichTopology.STAGE,
          "",
          "an event of this letter exceeds the record size limit");

  /**
   * The case has these facts already, or the letter must not replace its revision.
   *
   * @param isUncountedCopy whether it has the facts of the case under an id that is not stored yet
   */
  record Unchanged(boolean isUncountedCopy) implements CaseUpdate {}

  /**
   * A new revision of the case.
   *
   * @param state the new state of the case
   * @param published changes of the counts of published events
   */
  record Revision(
      List<DeterminationRecordFactory.Event> records, CaseState state, PublishedCounts published)
      implements CaseUpdate {}

  /** The determination can't be published. */
  record Rejected(DeadLetterReason reason) implements CaseUpdate {}

  /**
   * Compares a determination with the latest revision of its case.
   *
   * @param history what was published for the case
   * @param delivery why the letter is processed
   * @throws RuntimeException during an outage of the registry; the letter must be retried
   */
  static CaseUpdate of(
      Determination determination,
      CaseHistory history,
      LetterDelivery delivery,
      DeterminationRecordFactory events) {
    try {
      byte[] fingerprint = DeterminationFingerprint.of(determination);
      return history.precludes(determination, fingerprint, delivery)
          ? new Unchanged(history.isUncountedCopy(determination, fingerprint))
          : revision(determination, history.current(), fingerprint, events);
    } catch (RuntimeException e) {
      if (Outages.isEncodingBlocked(e)) {
        throw e;
      }
      return new Rejected(InternalErrors.toDeadLetter(e));
    }
  }

  private static CaseUpdate revision(
      Determination determination,
      Optional<CaseState> before,
      byte[] fingerprint,
      DeterminationRecordFactory events) {
    determination.setRevision(before.map(CaseState::revision).orElse(0) + 1);
    int comparedDay = before.map(s -> s.comparedDay(determination)).orElse(CaseState.NO_DAY);
    LetterAge.warnIfOlder(determination, comparedDay);
    int itemsBefore = before.map(CaseState::items).orElse(0);
    List<DeterminationRecordFactory.Event> records = events.create(determination, itemsBefore);
    return records.stream().anyMatch(CaseUpdate::isTooLarge)
        ? new Rejected(TOO_LARGE)
        : new Revision(
            records,
            CaseState.of(determination, comparedDay, fingerprint),
            published(determination, records, before.isPresent() ? 0 : 1, itemsBefore));
  }

  private static PublishedCounts published(
      Determination determination,
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
    int items = determination.getDecisions().size();
    return new PublishedCounts(
        newCases,
        items - itemsBefore,
        determination.getHeader().getItemCount(),
        events,
        tombstones);
  }

  private static boolean isTooLarge(DeterminationRecordFactory.Event event) {
    return event.value() != null && event.value().length > Topic.MAX_RECORD_BYTES - OVERHEAD_BYTES;
  }
}
