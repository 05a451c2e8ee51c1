package org.openimr.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.schemas.event.CloudEventHeaders;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.registry.SchemaIdPrefixes;
import org.openimr.schemas.topic.Topic;

/** Creates the records of a determination for its four event topics. */
final class DeterminationRecordFactory {
  private static final byte[] SOURCE = "/imr/enrich-service".getBytes(UTF_8);
  private static final byte[] CASE_HEADER = "org.openimr.case-header.v1".getBytes(UTF_8);
  private static final byte[] SUMMARY = "org.openimr.clinical-summary.v1".getBytes(UTF_8);
  private static final byte[] ITEM_DECISION = "org.openimr.item-decision.v1".getBytes(UTF_8);
  private static final byte[] DETERMINATION = "org.openimr.determination.v1".getBytes(UTF_8);

  private final SchemaIdPrefixes prefixes;
  private final DeterminationEncoder encoder = new DeterminationEncoder();

  DeterminationRecordFactory(EventSerdes serdes) {
    this.prefixes = serdes.schemaIdPrefixes();
  }

  /**
   * A record to publish.
   *
   * @param value {@code null} for a tombstone
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared or hashed
  record Event(Topic topic, String key, byte @Nullable [] value, Headers headers) {}

  /**
   * Creates all records of a determination.
   *
   * @param itemsBefore number of items of the previous revision, 0 if none; items that no longer
   *     exist get a tombstone
   */
  List<Event> create(Determination whole, int itemsBefore) {
    encoder.encode(whole);
    EventCommon common = EventCommon.of(whole);
    List<Event> events = new ArrayList<>(whole.getDecisions().size() + 3);
    events.add(
        common.event(
            Topic.CASE_HEADERS,
            "header",
            CASE_HEADER,
            encoder.header(prefixes.forTopic(Topic.CASE_HEADERS))));
    events.add(
        common.event(
            Topic.CLINICAL_SUMMARIES,
            "summary",
            SUMMARY,
            encoder.summary(prefixes.forTopic(Topic.CLINICAL_SUMMARIES))));
    addItems(events, common, whole.getDecisions(), itemsBefore);
    events.add(
        common.event(
            Topic.DETERMINATIONS,
            "determination",
            DETERMINATION,
            encoder.whole(prefixes.forTopic(Topic.DETERMINATIONS))));
    return events;
  }

  static String itemKey(String caseKey, int item) {
    return caseKey + '#' + item;
  }

  private void addItems(
      List<Event> events, EventCommon common, List<Decision> decisions, int itemsBefore) {
    byte[] prefix = prefixes.forTopic(Topic.ITEM_DECISIONS);
    for (int i = 0; i < decisions.size(); i++) {
      events.add(common.item(decisions.get(i).getItemNumber(), encoder.decision(prefix, i)));
    }
    for (int removed = decisions.size() + 1; removed <= itemsBefore; removed++) {
      events.add(common.item(removed, null));
    }
  }

  /**
   * The common properties of the records of a determination.
   *
   * <p>The revision is part of the id, so that the letters A, B and A again of a case are three
   * events. It is derived from the history of the case, so that reprocessing the same history
   * yields the same ids.
   *
   * @param id prefix of the {@code ce_id}, which is followed by the part
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared or hashed
  private record EventCommon(String caseKey, String id, byte[] time, byte[] subject) {
    static EventCommon of(Determination whole) {
      return new EventCommon(
          whole.getCaseKey(),
          String.join(
              "/",
              whole.getLetterId(),
              whole.getParserVersion(),
              Integer.toString(whole.getRevision()),
              ""),
          whole.getReceivedAt().toString().getBytes(UTF_8),
          whole.getCaseKey().getBytes(UTF_8));
    }

    Event event(Topic topic, String part, byte[] type, byte[] value) {
      return new Event(topic, caseKey, value, headers(part, type));
    }

    Event item(int number, byte @Nullable [] value) {
      Headers headers = headers(Integer.toString(number), ITEM_DECISION);
      return new Event(Topic.ITEM_DECISIONS, itemKey(caseKey, number), value, headers);
    }

    private Headers headers(String part, byte[] type) {
      Headers headers = new RecordHeaders();
      CloudEventHeaders.add(headers, id + part, type, SOURCE, time, subject);
      return headers;
    }
  }
}
