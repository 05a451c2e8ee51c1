package org.openimr.tools.chaos.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.tools.chaos.letter.ExpectedOutcome;
import org.openimr.tools.chaos.letter.SentLetter;

/**
 * What has to come of the letters on the raw topic, in the order in which they stand there.
 *
 * <p>A letter that its producer doubled stands there twice; the second has the facts of the first,
 * and so it has to be counted as a duplicate.
 */
final class LetterExpectations {
  private final List<SentLetter> truth;
  private final ViolationLog faults;
  private final int[] copies;
  private final Map<String, Integer> lastOfKey = new HashMap<>();
  private final Map<String, String> latestFacts = new HashMap<>();
  private final Map<String, CaseEventState> cases = new HashMap<>();
  private long addRaw;
  private long duplicates;

  LetterExpectations(List<SentLetter> truth, ViolationLog faults) {
    this.truth = truth;
    this.faults = faults;
    this.copies = new int[truth.size()];
  }

  /** A letter on the raw topic. */
  void addRaw(int index, String letterId) {
    addRaw++;
    SentLetter sent = truth.get(index);
    copies[index]++;
    if (!sent.letterId().equals(letterId)) {
      faults.add(
          Violation.Kind.WRONG, sent.rawKey(), "other bytes on the raw topic, " + sent.name());
    }
    Integer before = lastOfKey.put(sent.rawKey(), index);
    if (before != null && before > index) {
      faults.add(
          Violation.Kind.DISORDERED, sent.rawKey(), sent.name() + " behind a later one, raw");
    }
    if (sent.expected() instanceof ExpectedOutcome.Decided decided) {
      expect(sent, decided);
    }
  }

  private void expect(SentLetter sent, ExpectedOutcome.Decided decided) {
    if (decided.facts().equals(latestFacts.put(decided.caseKey(), decided.facts()))) {
      duplicates++;
      return;
    }
    CaseEventState events = events(decided.caseKey());
    int revision = events.revisions().size() + 1;
    events.revision(revision).expect(sent.letterId(), decided.outcomes());
  }

  /** To be called when the whole raw topic was read. */
  void completeRaw() {
    for (SentLetter sent : truth) {
      if (copies[sent.index()] == 0) {
        faults.add(Violation.Kind.LOST, sent.rawKey(), sent.name() + " is not on the raw topic");
      }
    }
    lastOfKey.clear();
    latestFacts.clear();
  }

  SentLetter letter(int index) {
    return truth.get(index);
  }

  int copies(int index) {
    return copies[index];
  }

  int letters() {
    return copies.length;
  }

  long rawLetters() {
    return addRaw;
  }

  long duplicates() {
    return duplicates;
  }

  /** Events of a case; made when first asked for. */
  CaseEventState events(String caseKey) {
    return cases.computeIfAbsent(caseKey, key -> new CaseEventState());
  }

  Optional<CaseEventState> known(String caseKey) {
    return Optional.ofNullable(cases.get(caseKey));
  }

  Map<String, CaseEventState> cases() {
    return cases;
  }

  /** Whether the truth about cases is known, not only that each letter comes out once. */
  boolean knowsCases() {
    return truth.isEmpty() || !(truth.getFirst().expected() instanceof ExpectedOutcome.Unspecified);
  }
}
