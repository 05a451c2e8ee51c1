package org.openimr.enrich.topology;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.openimr.event.Determination;

/**
 * The stores of what was published for each case: its state, and the ids of its letters.
 *
 * <p>The id of the current letter is part of the state. Other ids are in a store of their own, with
 * one small record per letter, so that a case with many letters does not have a large state. A case
 * with one letter has no such record.
 */
final class CaseStores {
  private static final byte[] PRESENT = {};

  private final KeyValueStore<String, CaseState> states;
  private final KeyValueStore<String, byte[]> letterIds;

  CaseStores(ProcessorContext<byte[], byte[]> context) {
    this.states = context.getStateStore(EnrichTopology.CASES);
    this.letterIds = context.getStateStore(EnrichTopology.LETTER_IDS);
  }

  /** Returns what was published for the case of a letter. */
  CaseHistory history(Determination letter) {
    CaseState state = states.get(letter.getCaseKey());
    return state == null
        ? CaseHistory.EMPTY
        : new CaseHistory(Optional.of(state), letterIds.get(key(letter)) != null);
  }

  /** Stores a new revision, and that the id of the letter that it replaces was counted. */
  void update(String caseKey, CaseHistory before, CaseState after) {
    before
        .current()
        .filter(state -> state.letterIdPrefix() != after.letterIdPrefix())
        .ifPresent(state -> letterIds.put(key(caseKey, state.letterIdPrefix()), PRESENT));
    states.put(caseKey, after);
  }

  /** Stores that the id of a letter was counted for its case. */
  void addLetterId(Determination letter) {
    letterIds.put(key(letter), PRESENT);
  }

  private static String key(Determination letter) {
    return key(letter.getCaseKey(), CaseState.idPrefix(letter.getLetterId()));
  }

  private static String key(String caseKey, long letterIdPrefix) {
    return caseKey + '#' + Long.toHexString(letterIdPrefix);
  }
}
