package org.openimr.sink.monitor.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.openimr.sink.monitor.pipeline.PipelineStatus;
import org.openimr.sink.reconcile.report.ReconciliationReport;
import org.openimr.sink.reconcile.report.ReconciliationReportJson;

/** JSON of sinks and reconciliation. */
final class PipelineStatusJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Limit of the page; {@code imr reconcile} lists all differences. */
  private static final int MAX_DIFFERENCES = 50;

  private PipelineStatusJson() {}

  static ObjectNode sinks(PipelineStatus.SinkStatuses sinks) {
    ObjectNode json = JSON.createObjectNode().put("notice", sinks.notice());
    json.set("sinks", JSON.valueToTree(sinks.connectors()));
    return json;
  }

  static ObjectNode reconciliation(PipelineStatus.ReconciliationStatus status) {
    ObjectNode json = JSON.createObjectNode().put("notice", status.notice());
    status
        .report()
        .map(PipelineStatusJson::report)
        .ifPresentOrElse(
            report -> json.set("last", report), () -> json.set("last", JSON.nullNode()));
    return json;
  }

  private static ObjectNode report(ReconciliationReport report) {
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(ReconciliationReportJson.of(report));
      ArrayNode differences = json.withArray("differences");
      while (differences.size() > MAX_DIFFERENCES) {
        differences.remove(differences.size() - 1);
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
