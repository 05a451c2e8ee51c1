package org.openimr.tools.chaos.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openimr.tools.chaos.letter.ExpectedOutcome;
import org.openimr.tools.chaos.letter.SentLetter;

/**
 * Expected events, derived from the letters on the raw topic in their order there.
 *
 * <p>A letter that its producer sent twice is on the topic twice. The second one is expected as a
 * duplicate, whatever letters of its case are between them.
 */
final class LetterExpectations {
  private final List<SentLetter> sentLetters;
  private final ViolationLog violations;
  private final int[] copies;
  private final Map<String, Integer> latestIndexes = new HashMap<>();
  private final Map<String, String> latestFacts = new HashMap<>();
  private final Set<String> countedIds = new HashSet<>();
  private final Map<String, CaseEventState> cases = new HashMap<>();
  private long rawLetters;
  private long duplicates;

  LetterExpectations(List<SentLetter> sentLetters, ViolationLog violations) {
    this.sentLetters = sentLetters;
    this.violations = violations;
    this.copies = new int[sentLetters.size()];
  }

  /** Adds a letter of the raw topic. */
  void addRaw(int index, String letterId) {
    rawLetters++;
    SentLetter sent = sentLetters.get(index);
    copies[index]++;
    if (!sent.letterId().equals(letterId)) {
      violations.add(
          Violation.Kind.WRONG, sent.rawKey(), "different bytes on the raw topic, " + sent.name());
    }
    Integer previous = latestIndexes.put(sent.rawKey(), index);
    if (previous != null && previous > index) {
      violations.add(
          Violation.Kind.DISORDERED,
          sent.rawKey(),
          sent.name() + " after a later letter on the raw topic");
    }
    if (sent.expected() instanceof ExpectedOutcome.Decided decided) {
      expect(sent, decided);
    }
  }

  private void expect(SentLetter sent, ExpectedOutcome.Decided decided) {
    boolean isCounted = !countedIds.add(decided.caseKey() + '#' + sent.letterId());
    if (isCounted || decided.facts().equals(latestFacts.put(decided.caseKey(), decided.facts()))) {
      duplicates++;
      return;
    }
    CaseEventState events = events(decided.caseKey());
    int revision = events.revisions().size() + 1;
    events.revision(revision).expect(sent.letterId(), decided.outcomes());
  }

  /** Checks for missing letters; call it when the raw topic is read. */
  void completeRaw() {
    for (SentLetter sent : sentLetters) {
      if (copies[sent.index()] == 0) {
        violations.add(
            Violation.Kind.LOST, sent.rawKey(), sent.name() + " is missing from the raw topic");
      }
    }
    latestIndexes.clear();
    latestFacts.clear();
    countedIds.clear();
  }

  SentLetter letter(int index) {
    return sentLetters.get(index);
  }

  int copies(int index) {
    return copies[index];
  }

  int letters() {
    return copies.length;
  }

  long rawLetters() {
    return rawLetters;
  }

  long duplicates() {
    return duplicates;
  }

  /** Returns the events of a case and creates them if necessary. */
  CaseEventState events(String caseKey) {
    return cases.computeIfAbsent(caseKey, key -> new CaseEventState());
  }

  Map<String, CaseEventState> cases() {
    return cases;
  }

  /** Whether outcomes are known; false for damaged letters. */
  boolean knowsCases() {
    return sentLetters.isEmpty()
        || !(sentLetters.getFirst().expected() instanceof ExpectedOutcome.Unspecified);
  }
}
