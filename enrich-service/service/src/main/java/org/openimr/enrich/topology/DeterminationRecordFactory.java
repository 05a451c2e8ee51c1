package org.openimr.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.schemas.event.CloudEventHeaders;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.registry.SchemaIdPrefixes;
import org.openimr.schemas.topic.Topic;

/** Turns a determination into the records of its four event topics. */
final class DeterminationRecordFactory {
  private static final byte[] SOURCE = "/imr/enrich-service".getBytes(UTF_8);
  private static final byte[] CASE_HEADER = "org.openimr.case-header.v1".getBytes(UTF_8);
  private static final byte[] SUMMARY = "org.openimr.clinical-summary.v1".getBytes(UTF_8);
  private static final byte[] ITEM_DECISION = "org.openimr.item-decision.v1".getBytes(UTF_8);
  private static final byte[] DETERMINATION = "org.openimr.determination.v1".getBytes(UTF_8);

  private final SchemaIdPrefixes prefixes;
  private final DeterminationEncoder encoded = new DeterminationEncoder();

  DeterminationRecordFactory(EventSerdes serdes) {
    this.prefixes = serdes.schemaIdPrefixes();
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
  List<Event> create(Determination whole, int itemsBefore) {
    encoded.encode(whole);
    Shared shared = Shared.of(whole);
    List<Event> events = new ArrayList<>(whole.getDecisions().size() + 3);
    events.add(
        shared.event(
            Topic.CASE_HEADERS,
            "header",
            CASE_HEADER,
            encoded.header(prefixes.forTopic(Topic.CASE_HEADERS))));
    events.add(
        shared.event(
            Topic.CLINICAL_SUMMARIES,
            "summary",
            SUMMARY,
            encoded.summary(prefixes.forTopic(Topic.CLINICAL_SUMMARIES))));
    addItems(events, shared, whole.getDecisions(), itemsBefore);
    events.add(
        shared.event(
            Topic.DETERMINATIONS,
            "determination",
            DETERMINATION,
            encoded.whole(prefixes.forTopic(Topic.DETERMINATIONS))));
    return events;
  }

  static String itemKey(String caseKey, int item) {
    return caseKey + '#' + item;
  }

  private void addItems(
      List<Event> events, Shared shared, List<Decision> decisions, int itemsBefore) {
    byte[] prefix = prefixes.forTopic(Topic.ITEM_DECISIONS);
    for (int i = 0; i < decisions.size(); i++) {
      events.add(shared.item(decisions.get(i).getItemNumber(), encoded.decision(prefix, i)));
    }
    for (int gone = decisions.size() + 1; gone <= itemsBefore; gone++) {
      events.add(shared.item(gone, null));
    }
  }

  /**
   * What the records of a determination have in common.
   *
   * <p>The revision is part of the id, so that a case's letter A, B, and A again are three events.
   * It comes from the same history, so the same letter read again has the same id.
   *
   * @param id its {@code ce_id} up to the part
   */
  private record Shared(String caseKey, String id, byte[] time, byte[] subject) {
    static Shared of(Determination whole) {
      return new Shared(
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

    Event item(int number, byte[] value) {
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
