package org.openimr.sink.monitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import org.openimr.sink.monitor.pipeline.PipelineStatus;

/** Endpoints for the state of each sink and the last reconciliation. */
final class PipelineStatusHandler {
  private final PipelineStatus pipeline;

  PipelineStatusHandler(PipelineStatus pipeline) {
    this.pipeline = pipeline;
  }

  /** {@code GET /v1/sinks}: the state of each sink. */
  void sinks(Context context) {
    send(context, PipelineStatusJson.sinks(pipeline.sinks()));
  }

  /** {@code GET /v1/reconciliation}: the last report with its first 50 differences. */
  void reconciliation(Context context) {
    send(context, PipelineStatusJson.reconciliation(pipeline.reconciliation()));
  }

  private static void send(Context context, ObjectNode json) {
    context.contentType("application/json").result(json.toString());
  }
}
