package org.openimr.sink.reconcile.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import org.openimr.sink.reconcile.report.ReconciliationReport.EventTotals;
import org.openimr.sink.reconcile.report.ReconciliationReport.LetterTotals;
import org.openimr.sink.reconcile.report.ReconciliationReport.SinkCounts;

/** Formats a report as JSON: all differences, times in ISO 8601, durations in milliseconds. */
public final class ReconciliationReportJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ReconciliationReportJson() {}

  /** The report as one JSON object, indented. */
  public static String of(ReconciliationReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("time", report.time().toString());
      json.writeBooleanField("equal", report.isEqual());
      json.writeBooleanField("inFlight", report.isInFlight());
      json.writeNumberField("difference", report.difference());
      json.writeBooleanField("deep", report.deep());
      json.writeNumberField("tookMillis", report.duration().toMillis());
      json.writeNumberField("bytesRead", report.bytesRead());
      letters(json, report.letters());
      events(json, report.events());
      sinks(json, report);
      differences(json, report);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void letters(JsonGenerator json, LetterTotals letters) throws IOException {
    json.writeObjectFieldStart("letters");
    json.writeNumberField("raw", letters.taken() + letters.pendingRaw());
    json.writeNumberField("taken", letters.taken());
    json.writeNumberField("waitingRaw", letters.pendingRaw());
    json.writeNumberField("passedOver", letters.skippedOffsets());
    json.writeNumberField("passedOn", letters.forwarded());
    json.writeNumberField("additional", letters.additional());
    json.writeNumberField("waiting", letters.pending());
    json.writeNumberField("determinations", letters.determinations());
    json.writeNumberField("duplicates", letters.duplicates());
    json.writeNumberField("deadAtIngest", letters.deadAtIngest());
    json.writeNumberField("deadAtEnrich", letters.deadAtEnrich());
    json.writeNumberField("again", letters.redelivered());
    json.writeNumberField("revisedAgain", letters.redeliveredAsRevision());
    json.writeEndObject();
  }

  private static void events(JsonGenerator json, EventTotals events) throws IOException {
    json.writeObjectFieldStart("events");
    json.writeNumberField("cases", events.cases());
    json.writeNumberField("items", events.items());
    json.writeNumberField("itemsDecided", events.itemsDecided());
    json.writeNumberField("itemEvents", events.itemEvents());
    json.writeNumberField("tombstones", events.tombstones());
    json.writeEndObject();
  }

  private static void sinks(JsonGenerator json, ReconciliationReport report) throws IOException {
    json.writeArrayFieldStart("sinks");
    for (SinkCounts sink : report.sinks()) {
      json.writeStartObject();
      json.writeStringField("name", sink.name());
      count(json, "cases", sink.cases());
      count(json, "items", sink.items());
      json.writeBooleanField("behind", sink.isBehind());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void count(JsonGenerator json, String name, OptionalLong count)
      throws IOException {
    if (count.isPresent()) {
      json.writeNumberField(name, count.getAsLong());
    } else {
      json.writeNullField(name);
    }
  }

  private static void differences(JsonGenerator json, ReconciliationReport report)
      throws IOException {
    json.writeArrayFieldStart("differences");
    for (Discrepancy difference : report.differences()) {
      json.writeStartObject();
      json.writeStringField("check", difference.check());
      json.writeStringField("key", difference.key().orElse(null));
      json.writeNumberField("expected", difference.expected());
      json.writeNumberField("found", difference.found());
      json.writeStringField("message", difference.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
