package org.openimr.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.schemas.CloudEventHeaders;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Topic;

/** Turns a determination into the records of its four event topics. */
final class DeterminationEvents {
  private static final byte[] SOURCE = "/imr/enrich-service".getBytes(UTF_8);
  private static final byte[] CASE_HEADER = "org.openimr.case-header.v1".getBytes(UTF_8);
  private static final byte[] SUMMARY = "org.openimr.clinical-summary.v1".getBytes(UTF_8);
  private static final byte[] ITEM_DECISION = "org.openimr.item-decision.v1".getBytes(UTF_8);
  private static final byte[] DETERMINATION = "org.openimr.determination.v1".getBytes(UTF_8);

  private final Serializer<SpecificRecord> serializer;

  DeterminationEvents(EventSerdes serdes) {
    this.serializer = serdes.serializer();
  }

  /**
   * A record that is to be published.
   *
   * @param value {@code null} is a tombstone
   */
  record Event(Topic topic, String key, byte[] value, Headers headers) {}

  /**
   * All records of a determination.
   *
   * @param itemsBefore items of the revision that it replaces, 0 where there is none; those that it
   *     no longer has get a tombstone
   */
  List<Event> of(Determination whole, int itemsBefore) {
    List<Event> events = new ArrayList<>(whole.getDecisions().size() + 3);
    String caseKey = whole.getCaseKey();
    events.add(
        event(whole, Topic.CASE_HEADERS, caseKey, "header", CASE_HEADER, Envelope.header(whole)));
    events.add(
        event(
            whole, Topic.CLINICAL_SUMMARIES, caseKey, "summary", SUMMARY, Envelope.summary(whole)));
    for (Decision decision : whole.getDecisions()) {
      String number = Integer.toString(decision.getItemNumber());
      events.add(
          event(
              whole,
              Topic.ITEM_DECISIONS,
              itemKey(caseKey, decision.getItemNumber()),
              number,
              ITEM_DECISION,
              Envelope.decision(whole, decision)));
    }
    for (int gone = whole.getDecisions().size() + 1; gone <= itemsBefore; gone++) {
      events.add(
          new Event(
              Topic.ITEM_DECISIONS,
              itemKey(caseKey, gone),
              null,
              headers(whole, Integer.toString(gone), ITEM_DECISION)));
    }
    events.add(event(whole, Topic.DETERMINATIONS, caseKey, "determination", DETERMINATION, whole));
    return events;
  }

  static String itemKey(String caseKey, int item) {
    return caseKey + '#' + item;
  }

  private Event event(
      Determination whole,
      Topic topic,
      String key,
      String part,
      byte[] type,
      SpecificRecord value) {
    byte[] bytes = serializer.serialize(topic.topicName(), value);
    return new Event(topic, key, bytes, headers(whole, part, type));
  }

  /**
   * The revision is part of the id, so that a case's letter A, B, and A again are three events. It
   * comes from the same history, so the same letter read again has the same id.
   */
  private static Headers headers(Determination whole, String part, byte[] type) {
    Headers headers = new RecordHeaders();
    CloudEventHeaders.add(
        headers,
        String.join(
            "/",
            whole.getLetterId(),
            whole.getParserVersion(),
            Integer.toString(whole.getRevision()),
            part),
        type,
        SOURCE,
        whole.getReceivedAt(),
        whole.getCaseKey());
    return headers;
  }
}
