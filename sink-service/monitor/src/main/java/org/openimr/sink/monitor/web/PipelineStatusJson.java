package org.openimr.sink.monitor.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.openimr.sink.monitor.pipeline.PipelineStatus;
import org.openimr.sink.reconcile.report.ReconciliationReport;
import org.openimr.sink.reconcile.report.ReconciliationReportJson;

/** Sinks and reconciliation as the endpoints give them. */
final class PipelineStatusJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** More are no help to a reader; {@code imr reconcile} has them all. */
  private static final int MOST_DIFFERENCES = 50;

  private PipelineStatusJson() {}

  static ObjectNode sinks(PipelineStatus.SinkStatuses sinks) {
    ObjectNode json = JSON.createObjectNode().put("notice", sinks.notice());
    json.set("sinks", JSON.valueToTree(sinks.connectors()));
    return json;
  }

  static ObjectNode reconciliation(PipelineStatus.ReconciliationStatus reconciled) {
    ObjectNode json = JSON.createObjectNode().put("notice", reconciled.notice());
    reconciled
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
      while (differences.size() > MOST_DIFFERENCES) {
        differences.remove(differences.size() - 1);
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
