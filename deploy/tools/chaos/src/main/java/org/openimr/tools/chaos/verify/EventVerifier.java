package org.openimr.tools.chaos.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.openimr.event.CaseHeader;
import org.openimr.event.ClinicalSummary;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.event.ItemDecision;
import org.openimr.event.Outcome;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.topic.Topic;
import org.openimr.tools.chaos.verify.CaseEventState.Revision;

/** The events of all cases: each revision once, whole, in order, and of the right letter. */
final class EventVerifier {
  private final LetterExpectations expected;
  private final ViolationLog faults;
  private final Deserializer<SpecificRecord> decoding;
  private final Map<String, Integer> latest = new HashMap<>();
  private long determinations;
  private long items;
  private long tombstones;

  EventVerifier(LetterExpectations expected, ViolationLog faults, EventSerdes serdes) {
    this.expected = expected;
    this.faults = faults;
    this.decoding = serdes.deserializer();
  }

  /** Determinations have to come first: they name what the truth leaves open. */
  void read(VerificationTopicReader reader) {
    reader.scan(Topic.DETERMINATIONS.topicName(), this::determination);
    latest.clear();
    reader.scan(Topic.CASE_HEADERS.topicName(), this::header);
    latest.clear();
    reader.scan(Topic.CLINICAL_SUMMARIES.topicName(), this::summary);
    latest.clear();
    reader.scan(Topic.ITEM_DECISIONS.topicName(), this::item);
    latest.clear();
    expected.cases().forEach(this::whole);
  }

  private void determination(ConsumerRecord<byte[], byte[]> record) {
    Determination event = decoded(record, Determination.class);
    determinations++;
    String outcomes =
        event.getDecisions().stream()
            .map(Decision::getOutcome)
            .map(EventVerifier::letter)
            .collect(Collectors.joining());
    CaseEventState events = expected.events(event.getCaseKey());
    Revision revision = events.revision(event.getRevision());
    if (!revision.isExpected() && !expected.knowsCases()) {
      revision.expect(event.getLetterId(), outcomes);
    }
    inOrder(record, event.getRevision());
    check(record, event.getRevision(), event.getLetterId(), revision, revision.addDetermination());
    if (revision.isExpected() && !outcomes.equals(revision.outcomes())) {
      faults.add(
          Violation.Kind.WRONG,
          event.getCaseKey(),
          "outcomes %s, the truth %s".formatted(outcomes, revision.outcomes()));
    }
  }

  private void header(ConsumerRecord<byte[], byte[]> record) {
    CaseHeader event = decoded(record, CaseHeader.class);
    Revision revision = expected.events(event.getCaseKey()).revision(event.getRevision());
    inOrder(record, event.getRevision());
    check(record, event.getRevision(), event.getLetterId(), revision, revision.addHeader());
  }

  private void summary(ConsumerRecord<byte[], byte[]> record) {
    ClinicalSummary event = decoded(record, ClinicalSummary.class);
    Revision revision = expected.events(event.getCaseKey()).revision(event.getRevision());
    inOrder(record, event.getRevision());
    check(record, event.getRevision(), event.getLetterId(), revision, revision.addSummary());
  }

  private void item(ConsumerRecord<byte[], byte[]> record) {
    String key = new String(record.key(), UTF_8);
    if (record.value() == null) {
      tombstones++;
      expected.events(key.substring(0, key.lastIndexOf('#'))).addTombstone();
      return;
    }
    items++;
    ItemDecision event = decoded(record, ItemDecision.class);
    Revision revision = expected.events(event.getCaseKey()).revision(event.getRevision());
    inOrder(record, event.getRevision());
    int times = revision.addItem(event.getItemNumber());
    check(record, event.getRevision(), event.getLetterId(), revision, times);
    String outcomes = revision.outcomes();
    if (outcomes != null
        && (event.getItemNumber() > outcomes.length()
            || outcomes.charAt(event.getItemNumber() - 1)
                != letter(event.getOutcome()).charAt(0))) {
      faults.add(Violation.Kind.WRONG, key, "an item with another outcome than its determination");
    }
  }

  private void check(
      ConsumerRecord<byte[], byte[]> record,
      int number,
      String letterId,
      Revision revision,
      int times) {
    String key = new String(record.key(), UTF_8);
    String place = record.topic() + " revision " + number;
    if (times > 1) {
      faults.add(Violation.Kind.DOUBLED, key, place + " for the " + times + ". time");
    } else if (!revision.isExpected()) {
      faults.add(Violation.Kind.DOUBLED, key, place + ", which no letter asked for");
    } else if (!revision.isOf(letterId)) {
      faults.add(Violation.Kind.WRONG, key, place + " is of another letter");
    }
  }

  private void inOrder(ConsumerRecord<byte[], byte[]> record, int revision) {
    String key = new String(record.key(), UTF_8);
    Integer before = latest.put(key, revision);
    if (before != null && before >= revision) {
      faults.add(
          Violation.Kind.DISORDERED,
          key,
          "%s revision %d behind %d".formatted(record.topic(), revision, before));
    }
  }

  private void whole(String caseKey, CaseEventState events) {
    for (int i = 0; i < events.revisions().size(); i++) {
      Revision revision = events.revisions().get(i);
      if (revision.isEmpty()) {
        faults.add(Violation.Kind.LOST, caseKey, "revision " + (i + 1) + " is not there");
      } else if (revision.isExpected() && !revision.isWhole()) {
        faults.add(Violation.Kind.HALF, caseKey, "revision " + (i + 1) + ": " + revision.parts());
      }
    }
    if (events.tombstones() != events.expectedTombstones()) {
      faults.add(
          Violation.Kind.HALF,
          caseKey,
          "%d tombstones, needed %d".formatted(events.tombstones(), events.expectedTombstones()));
    }
  }

  long determinations() {
    return determinations;
  }

  long items() {
    return items;
  }

  long tombstones() {
    return tombstones;
  }

  private <T extends SpecificRecord> T decoded(
      ConsumerRecord<byte[], byte[]> record, Class<T> type) {
    return type.cast(decoding.deserialize(record.topic(), record.value()));
  }

  private static String letter(Outcome outcome) {
    return outcome == Outcome.UPHELD ? "U" : "O";
  }
}
