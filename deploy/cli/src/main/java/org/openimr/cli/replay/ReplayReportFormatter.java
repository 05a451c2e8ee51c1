package org.openimr.cli.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openimr.enrich.replay.ReplayReport;

/** Formats the report of a replay as text and as JSON. */
final class ReplayReportFormatter {
  private static final JsonFactory JSON = new JsonFactory();

  private ReplayReportFormatter() {}

  static List<String> text(ReplayReport report) {
    List<String> lines = new ArrayList<>();
    row(lines, "cases", report.cases(), "whose letter was selected");
    row(
        lines,
        "  unchanged",
        report.unchanged(),
        "same facts with parser " + report.parserVersion());
    row(lines, "  changed", report.changed(), "");
    report
        .rejectedByCode()
        .forEach((code, letters) -> row(lines, "  " + code, letters, "published facts kept"));
    if (report.missing() > 0) {
      row(lines, "  letter not on the topic", report.missing(), "in this range");
    }
    if (!report.fields().isEmpty()) {
      lines.add("");
      lines.add("%-44s %10s  %s".formatted("field", "cases", "example"));
      for (ReplayReport.FieldChange field : report.fields()) {
        lines.add(
            "%-44s %,10d  %s".formatted(field.name(), field.cases(), field.examples().getFirst()));
      }
    }
    lines.add("");
    lines.add(end(report));
    return lines;
  }

  private static String end(ReplayReport report) {
    String seconds = "%.1f s".formatted(report.duration().toMillis() / 1000.0);
    String sent =
        report.sent() == 0
            ? "nothing sent"
            : "%,d letters sent for a new revision".formatted(report.sent());
    return report.isComplete()
        ? "%s, %s".formatted(sent, seconds)
        : "%s, %s; stopped before the end, run it again for the rest".formatted(sent, seconds);
  }

  private static void row(List<String> lines, String name, long count, String note) {
    lines.add("%-28s %,12d  %s".formatted(name, count, note).stripTrailing());
  }

  static String json(ReplayReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("run", report.run());
      json.writeStringField("parserVersion", report.parserVersion());
      json.writeBooleanField("whole", report.isComplete());
      json.writeNumberField("tookMillis", report.duration().toMillis());
      json.writeNumberField("cases", report.cases());
      json.writeNumberField("unchanged", report.unchanged());
      json.writeNumberField("changed", report.changed());
      json.writeNumberField("notThere", report.missing());
      json.writeNumberField("sent", report.sent());
      json.writeObjectFieldStart("refused");
      for (Map.Entry<String, Long> code : report.rejectedByCode().entrySet()) {
        json.writeNumberField(code.getKey(), code.getValue());
      }
      json.writeEndObject();
      fields(json, report);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void fields(JsonGenerator json, ReplayReport report) throws IOException {
    json.writeArrayFieldStart("fields");
    for (ReplayReport.FieldChange field : report.fields()) {
      json.writeStartObject();
      json.writeStringField("name", field.name());
      json.writeNumberField("cases", field.cases());
      json.writeArrayFieldStart("examples");
      for (String key : field.examples()) {
        json.writeString(key);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
