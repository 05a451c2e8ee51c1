package org.openimr.sink.monitor.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.openimr.sink.monitor.sinks.PipelineState;
import org.openimr.sink.reconcile.ReconciliationReport;
import org.openimr.sink.reconcile.ReportJson;

/** Sinks and reconciliation as the endpoints give them. */
final class PipelineJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** More are no help to a reader; {@code imr reconcile} has them all. */
  private static final int MOST_DIFFERENCES = 50;

  private PipelineJson() {}

  static ObjectNode sinks(PipelineState.Sinks sinks) {
    ObjectNode json = JSON.createObjectNode().put("notice", sinks.notice());
    json.set("sinks", JSON.valueToTree(sinks.connectors()));
    return json;
  }

  static ObjectNode reconciliation(PipelineState.Reconciled reconciled) {
    ObjectNode json = JSON.createObjectNode().put("notice", reconciled.notice());
    reconciled
        .report()
        .map(PipelineJson::report)
        .ifPresentOrElse(
            report -> json.set("last", report), () -> json.set("last", JSON.nullNode()));
    return json;
  }

  private static ObjectNode report(ReconciliationReport report) {
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(ReportJson.of(report));
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
