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

/**
 * Verifies the events of all cases: each revision once, complete, in order, of the right letter.
 */
final class EventVerifier {
  private final LetterExpectations expected;
  private final ViolationLog violations;
  private final Deserializer<SpecificRecord> deserializer;
  private final Map<String, Integer> latest = new HashMap<>();
  private long determinations;
  private long items;
  private long tombstones;

  EventVerifier(LetterExpectations expected, ViolationLog violations, EventSerdes serdes) {
    this.expected = expected;
    this.violations = violations;
    this.deserializer = serdes.deserializer();
  }

  /** Reads determinations first, because they complete expectations without a known outcome. */
  void read(VerificationTopicReader reader) {
    reader.scan(Topic.DETERMINATIONS.topicName(), this::determination);
    latest.clear();
    reader.scan(Topic.CASE_HEADERS.topicName(), this::header);
    latest.clear();
    reader.scan(Topic.CLINICAL_SUMMARIES.topicName(), this::summary);
    latest.clear();
    reader.scan(Topic.ITEM_DECISIONS.topicName(), this::item);
    latest.clear();
    expected.cases().forEach(this::checkComplete);
  }

  private void determination(ConsumerRecord<byte[], byte[]> record) {
    Determination event = deserialize(record, Determination.class);
    determinations++;
    String outcomes =
        event.getDecisions().stream()
            .map(Decision::getOutcome)
            .map(EventVerifier::code)
            .collect(Collectors.joining());
    CaseEventState events = expected.events(event.getCaseKey());
    Revision revision = events.revision(event.getRevision());
    if (!revision.isExpected() && !expected.knowsCases()) {
      revision.expect(event.getLetterId(), outcomes);
    }
    checkOrder(record, event.getRevision());
    check(record, event.getRevision(), event.getLetterId(), revision, revision.addDetermination());
    if (revision.isExpected() && !outcomes.equals(revision.outcomes())) {
      violations.add(
          Violation.Kind.WRONG,
          event.getCaseKey(),
          "outcomes %s, expected %s".formatted(outcomes, revision.outcomes()));
    }
  }

  private void header(ConsumerRecord<byte[], byte[]> record) {
    CaseHeader event = deserialize(record, CaseHeader.class);
    Revision revision = expected.events(event.getCaseKey()).revision(event.getRevision());
    checkOrder(record, event.getRevision());
    check(record, event.getRevision(), event.getLetterId(), revision, revision.addHeader());
  }

  private void summary(ConsumerRecord<byte[], byte[]> record) {
    ClinicalSummary event = deserialize(record, ClinicalSummary.class);
    Revision revision = expected.events(event.getCaseKey()).revision(event.getRevision());
    checkOrder(record, event.getRevision());
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
    ItemDecision event = deserialize(record, ItemDecision.class);
    Revision revision = expected.events(event.getCaseKey()).revision(event.getRevision());
    checkOrder(record, event.getRevision());
    int count = revision.addItem(event.getItemNumber());
    check(record, event.getRevision(), event.getLetterId(), revision, count);
    String outcomes = revision.outcomes();
    if (outcomes != null
        && (event.getItemNumber() > outcomes.length()
            || outcomes.charAt(event.getItemNumber() - 1) != code(event.getOutcome()).charAt(0))) {
      violations.add(
          Violation.Kind.WRONG, key, "the outcome of an item differs from its determination");
    }
  }

  private void check(
      ConsumerRecord<byte[], byte[]> record,
      int number,
      String letterId,
      Revision revision,
      int count) {
    String key = new String(record.key(), UTF_8);
    String place = record.topic() + " revision " + number;
    if (count > 1) {
      violations.add(Violation.Kind.DOUBLED, key, place + ", occurrence " + count);
    } else if (!revision.isExpected()) {
      violations.add(Violation.Kind.DOUBLED, key, place + " does not belong to any letter");
    } else if (!revision.isOf(letterId)) {
      violations.add(Violation.Kind.WRONG, key, place + " belongs to another letter");
    }
  }

  private void checkOrder(ConsumerRecord<byte[], byte[]> record, int revision) {
    String key = new String(record.key(), UTF_8);
    Integer previous = latest.put(key, revision);
    if (previous != null && previous >= revision) {
      violations.add(
          Violation.Kind.DISORDERED,
          key,
          "%s revision %d after %d".formatted(record.topic(), revision, previous));
    }
  }

  private void checkComplete(String caseKey, CaseEventState events) {
    for (int i = 0; i < events.revisions().size(); i++) {
      Revision revision = events.revisions().get(i);
      if (revision.isEmpty()) {
        violations.add(Violation.Kind.LOST, caseKey, "revision " + (i + 1) + " is missing");
      } else if (revision.isExpected() && !revision.isComplete()) {
        violations.add(
            Violation.Kind.HALF, caseKey, "revision " + (i + 1) + ": " + revision.summaryOfParts());
      }
    }
    if (events.tombstones() != events.expectedTombstones()) {
      violations.add(
          Violation.Kind.HALF,
          caseKey,
          "%d tombstones, expected %d".formatted(events.tombstones(), events.expectedTombstones()));
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

  private <T extends SpecificRecord> T deserialize(
      ConsumerRecord<byte[], byte[]> record, Class<T> type) {
    return type.cast(deserializer.deserialize(record.topic(), record.value()));
  }

  private static String code(Outcome outcome) {
    return outcome == Outcome.UPHELD ? "U" : "O";
  }
}
