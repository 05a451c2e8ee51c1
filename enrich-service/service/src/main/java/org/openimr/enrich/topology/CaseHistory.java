package org.openimr.enrich.topology;

import java.util.Optional;
import org.openimr.event.Determination;

/**
 * What was published for a case before a letter.
 *
 * @param current state of the case; empty for its first letter
 * @param isEarlierLetter whether the letter id was counted for the case and is not the current one
 */
record CaseHistory(Optional<CaseState> current, boolean isEarlierLetter) {
  static final CaseHistory EMPTY = new CaseHistory(Optional.empty(), false);

  /** Whether a letter must not become the next revision of its case. */
  boolean precludes(Determination letter, byte[] fingerprint, LetterDelivery delivery) {
    return current.filter(state -> precludes(state, letter, fingerprint, delivery)).isPresent();
  }

  private boolean precludes(
      CaseState state, Determination letter, byte[] fingerprint, LetterDelivery delivery) {
    return switch (delivery) {
      case NEW -> state.hasFingerprint(fingerprint) || isEarlierLetter || state.isOfLetter(letter);
      case RESET -> state.hasFingerprint(fingerprint) || isEarlierLetter || state.outranks(letter);
      case REPLAY -> state.hasFingerprint(fingerprint) || state.outranks(letter);
      case RESTORE -> !state.isOfLetter(letter);
    };
  }

  /** Whether a letter has the facts of its case, but an id that was not counted yet. */
  boolean isUncountedCopy(Determination letter, byte[] fingerprint) {
    return !isEarlierLetter
        && current
            .filter(state -> state.hasFingerprint(fingerprint) && !state.isOfLetter(letter))
            .isPresent();
  }
}
