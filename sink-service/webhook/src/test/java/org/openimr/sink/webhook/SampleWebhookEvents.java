package org.openimr.sink.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;
import org.openimr.event.Authority;
import org.openimr.event.BasisKind;
import org.openimr.event.CaseOutcome;
import org.openimr.event.Citation;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.event.GuidelineBasis;
import org.openimr.event.Header;
import org.openimr.event.ItemDecision;
import org.openimr.event.Layout;
import org.openimr.event.Outcome;
import org.openimr.event.Request;
import org.openimr.event.RequestDetails;
import org.openimr.event.Resolution;
import org.openimr.event.Reviewer;
import org.openimr.event.Sex;
import org.openimr.event.Source;
import org.openimr.event.Span;
import org.openimr.event.Summary;
import org.openimr.schemas.event.CloudEventHeaders;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.topic.Topic;

/** Synthetic events and their records, with a mock registry. */
public final class SampleWebhookEvents {
  /** URL of the mock registry. */
  public static final String REGISTRY = "mock://webhooks";

  public static final String SUMMARY = "A synthetic worker with a synthetic ache.";
  public static final String RATIONALE = "The synthetic file contains too little.";
  public static final String STATEMENT = "Decision based on synthetic guidelines.";
  private static final Instant RECEIVED = Instant.parse("2026-11-01T10:00:00Z");

  private SampleWebhookEvents() {}

  private static final EventSerdes SERDES = registered();

  /** Serdes with the mock registry, which has the schemas. */
  public static EventSerdes serdes() {
    return SERDES;
  }

  private static EventSerdes registered() {
    Map<String, String> registry = Map.of("schema.registry.url", REGISTRY);
    try {
      SchemaRegistrar.register(registry);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return EventSerdes.of(registry);
  }

  /** A decision; {@code guideline} is the id that the reviewer cites. */
  public static Decision decision(int number, String category, Outcome outcome, String guideline) {
    Request request = new Request();
    request.setText("Synthetic belt");
    request.setDisputed("Synthetic belt");
    request.setCategory(category);
    request.setDetails(
        new RequestDetails(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), false));
    return new Decision(
        "CM14-0000001",
        LocalDate.of(2014, 3, 2),
        number,
        1,
        request,
        outcome,
        new GuidelineBasis(BasisKind.NONE_CITED, STATEMENT, List.of()),
        new GuidelineBasis(BasisKind.MTUS, STATEMENT, List.of(citation(guideline))),
        RATIONALE,
        List.of());
  }

  /** A determination with these decisions. */
  public static Determination determination(String caseKey, int revision, Decision... decisions) {
    Determination whole = new Determination();
    whole.setCaseKey(caseKey);
    whole.setLetterId("%064x".formatted(revision));
    whole.setRevision(revision);
    whole.setSource(new Source(null, caseKey + ".txt", "text/plain", 100L, null));
    whole.setReceivedAt(RECEIVED);
    whole.setParserVersion("1");
    whole.setClinicalSummary(new Summary(SUMMARY, 44, Sex.FEMALE, List.of()));
    Header header = new Header();
    header.setLayout(Layout.STANDARD);
    header.setReviewer(new Reviewer(List.of("Orthopaedic Surgery"), List.of(), List.of()));
    header.setItemCount(decisions.length);
    header.setOutcome(CaseOutcome.UPHELD);
    header.setWarnings(List.of());
    whole.setHeader(header);
    whole.setDecisions(new ArrayList<>(List.of(decisions)));
    return whole;
  }

  /** The item decision event of the first item of a determination. */
  public static ItemDecision item(Determination whole) {
    Decision decision = whole.getDecisions().getFirst();
    ItemDecision item = new ItemDecision();
    item.setCaseKey(whole.getCaseKey());
    item.setLetterId(whole.getLetterId());
    item.setRevision(whole.getRevision());
    item.setSource(whole.getSource());
    item.setReceivedAt(RECEIVED);
    item.setParserVersion("1");
    item.setItemNumber(decision.getItemNumber());
    item.setItemCount(1);
    item.setRequest(decision.getRequest());
    item.setOutcome(decision.getOutcome());
    item.setClaimsAdministratorBasis(decision.getClaimsAdministratorBasis());
    item.setReviewerBasis(decision.getReviewerBasis());
    item.setRationale(decision.getRationale());
    item.setWarnings(List.of());
    return item;
  }

  /** The headers of an event. */
  public static Headers headers(String id, String type, String caseKey) {
    Headers headers = new RecordHeaders();
    CloudEventHeaders.add(
        headers,
        id,
        type.getBytes(UTF_8),
        "/imr/enrich-service".getBytes(UTF_8),
        RECEIVED,
        caseKey);
    return headers;
  }

  /** The record of a determination at an offset of partition 0. */
  public static SinkRecord determinationAt(long offset, Determination whole) {
    byte[] value =
        serdes().<SpecificRecord>serializer().serialize(Topic.DETERMINATIONS.topicName(), whole);
    return record(
        Topic.DETERMINATIONS.topicName(),
        offset,
        whole.getCaseKey(),
        value,
        headers("id-" + offset, "org.openimr.determination.v1", whole.getCaseKey()));
  }

  /** A record as Connect passes it to a task with byte converters. */
  public static SinkRecord record(
      String topic, long offset, String key, byte[] value, Headers headers) {
    ConnectHeaders converted = new ConnectHeaders();
    headers.forEach(header -> converted.add(header.key(), header.value(), Schema.BYTES_SCHEMA));
    return new SinkRecord(
        topic,
        0,
        Schema.OPTIONAL_BYTES_SCHEMA,
        key.getBytes(UTF_8),
        Schema.OPTIONAL_BYTES_SCHEMA,
        value,
        offset,
        0L,
        TimestampType.CREATE_TIME,
        converted);
  }

  private static Citation citation(String guideline) {
    Citation citation = new Citation();
    citation.setText("Synthetic guideline 2016");
    citation.setSpan(new Span(0, 1));
    citation.setSections(List.of());
    citation.setPages(List.of());
    citation.setRegulationSections(List.of());
    citation.setAuthority(Authority.MTUS);
    citation.setDocument("Synthetic Complaints");
    citation.setGuidelineId(guideline);
    citation.setTopicIds(List.of());
    citation.setResolution(Resolution.EXACT);
    return citation;
  }
}
