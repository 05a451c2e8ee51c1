package org.openimr.enrich.topology;

import java.util.List;
import java.util.Optional;
import org.openimr.event.Determination;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.RegistryFailure;
import org.openimr.schemas.Topic;
import org.openimr.schemas.ledger.Published;

/** What a determination changes for its case; made whole before anything of it is published. */
sealed interface CaseChange {
  /** Room for the key, the headers and the record's own framing. */
  int OVERHEAD_BYTES = 64 * 1024;

  /** Why a determination with an event that no topic takes is a dead letter. */
  DeadLetter TOO_LARGE =
      new DeadLetter(
          DeadLetter.Code.TOO_LARGE,
          EnrichTopology.STAGE,
          "",
          "an event of this letter is larger than a topic takes");

  /** The same facts were published before. */
  record None() implements CaseChange {}

  /**
   * Another revision.
   *
   * @param state what is to be remembered of it
   * @param published what its records are to the case
   */
  record Revision(List<DeterminationEvents.Event> records, CaseState state, Published published)
      implements CaseChange {}

  /** Why it can't be published. */
  record Refused(DeadLetter reason) implements CaseChange {}

  /**
   * Compares a determination with what was published last for its case.
   *
   * @param before empty for the first letter of a case
   * @param again whether its letter was counted before
   * @throws RuntimeException if the registry can't be asked; to be tried again
   */
  static CaseChange of(
      Determination determination,
      Optional<CaseState> before,
      boolean again,
      DeterminationEvents events) {
    try {
      byte[] fingerprint = Fingerprint.of(determination);
      boolean old =
          before
              .filter(it -> it.hasFacts(fingerprint) || (again && it.outranks(determination)))
              .isPresent();
      return old ? new None() : revision(determination, before, fingerprint, events);
    } catch (RuntimeException e) {
      if (RegistryFailure.isOutage(e) || RegistryFailure.isUnknownSchema(e)) {
        throw e;
      }
      return new Refused(InternalFault.of(e));
    } catch (StackOverflowError | OutOfMemoryError e) {
      return new Refused(InternalFault.of(e));
    }
  }

  private static CaseChange revision(
      Determination determination,
      Optional<CaseState> before,
      byte[] fingerprint,
      DeterminationEvents events) {
    determination.setRevision(before.map(CaseState::revision).orElse(0) + 1);
    int itemsBefore = before.map(CaseState::items).orElse(0);
    List<DeterminationEvents.Event> records = events.of(determination, itemsBefore);
    return records.stream().anyMatch(CaseChange::tooLarge)
        ? new Refused(TOO_LARGE)
        : new Revision(
            records,
            CaseState.of(determination, fingerprint),
            published(determination, records, before.isPresent() ? 0 : 1, itemsBefore));
  }

  private static Published published(
      Determination made, List<DeterminationEvents.Event> records, int newCases, int itemsBefore) {
    int events = 0;
    int tombstones = 0;
    for (DeterminationEvents.Event record : records) {
      if (record.topic() == Topic.ITEM_DECISIONS) {
        events += record.value() == null ? 0 : 1;
        tombstones += record.value() == null ? 1 : 0;
      }
    }
    int items = made.getDecisions().size();
    return new Published(
        newCases, items - itemsBefore, made.getHeader().getItemCount(), events, tombstones);
  }

  private static boolean tooLarge(DeterminationEvents.Event event) {
    return event.value() != null && event.value().length > Topic.MAX_RECORD_BYTES - OVERHEAD_BYTES;
  }
}
