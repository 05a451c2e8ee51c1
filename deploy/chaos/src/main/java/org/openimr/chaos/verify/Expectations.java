package org.openimr.chaos.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.chaos.truth.Fate;
import org.openimr.chaos.truth.SentLetter;

/**
 * What has to come of the letters on the raw topic, in the order in which they stand there.
 *
 * <p>A letter that its producer doubled stands there twice; the second has the facts of the first,
 * and so it has to be counted as a duplicate.
 */
final class Expectations {
  private final List<SentLetter> truth;
  private final Faults faults;
  private final int[] copies;
  private final Map<String, Integer> lastOfKey = new HashMap<>();
  private final Map<String, String> latestFacts = new HashMap<>();
  private final Map<String, CaseEvents> cases = new HashMap<>();
  private long raw;
  private long duplicates;

  Expectations(List<SentLetter> truth, Faults faults) {
    this.truth = truth;
    this.faults = faults;
    this.copies = new int[truth.size()];
  }

  /** A letter on the raw topic. */
  void raw(int index, String letterId) {
    raw++;
    SentLetter sent = truth.get(index);
    copies[index]++;
    if (!sent.letterId().equals(letterId)) {
      faults.add(Fault.Kind.WRONG, sent.rawKey(), "other bytes on the raw topic, " + sent.name());
    }
    Integer before = lastOfKey.put(sent.rawKey(), index);
    if (before != null && before > index) {
      faults.add(Fault.Kind.DISORDERED, sent.rawKey(), sent.name() + " behind a later one, raw");
    }
    if (sent.fate() instanceof Fate.Decided decided) {
      expect(sent, decided);
    }
  }

  private void expect(SentLetter sent, Fate.Decided decided) {
    if (decided.facts().equals(latestFacts.put(decided.caseKey(), decided.facts()))) {
      duplicates++;
      return;
    }
    CaseEvents events = events(decided.caseKey());
    int revision = events.revisions().size() + 1;
    events.revision(revision).expect(sent.letterId(), decided.outcomes());
  }

  /** To be called when the whole raw topic was read. */
  void rawEnds() {
    for (SentLetter sent : truth) {
      if (copies[sent.index()] == 0) {
        faults.add(Fault.Kind.LOST, sent.rawKey(), sent.name() + " is not on the raw topic");
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
    return raw;
  }

  long duplicates() {
    return duplicates;
  }

  /** Events of a case; made when first asked for. */
  CaseEvents events(String caseKey) {
    return cases.computeIfAbsent(caseKey, key -> new CaseEvents());
  }

  Optional<CaseEvents> known(String caseKey) {
    return Optional.ofNullable(cases.get(caseKey));
  }

  Map<String, CaseEvents> cases() {
    return cases;
  }

  /** Whether the truth about cases is known, not only that each letter comes out once. */
  boolean knowsCases() {
    return truth.isEmpty() || !(truth.getFirst().fate() instanceof Fate.Any);
  }
}
