package org.openimr.sink.monitor.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.sse.SseClient;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.openimr.sink.monitor.pipeline.PipelineStatus;
import org.openimr.sink.monitor.pipeline.ThroughputSample;
import org.openimr.sink.monitor.pipeline.ThroughputSampler;

/**
 * {@code GET /v1/events}: the figures of each second as server-sent events, sinks and
 * reconciliation when they have changed. Each reader has a thread of its own, so that a slow one
 * holds up nobody.
 */
final class ThroughputEventStream {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_READERS = 200;

  private final ThroughputSampler figures;
  private final PipelineStatus pipeline;
  private final Semaphore places = new Semaphore(MOST_READERS);

  ThroughputEventStream(ThroughputSampler figures, PipelineStatus pipeline) {
    this.figures = figures;
    this.pipeline = pipeline;
  }

  void open(SseClient client) {
    if (!places.tryAcquire()) {
      client.sendEvent("full", "too many readers");
      client.close();
      return;
    }
    client.keepAlive();
    Thread.ofVirtual().name("monitor-events").start(() -> send(client));
  }

  private void send(SseClient client) {
    Map<String, String> sent = new TreeMap<>();
    try {
      Optional<ThroughputSample> next = figures.awaitAfter(0);
      while (next.isPresent() && !client.terminated()) {
        client.sendEvent("figures", json(next.get()));
        changed(client, sent);
        next = figures.awaitAfter(next.get().sequence());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
      client.close();
    }
  }

  private void changed(SseClient client, Map<String, String> sent) {
    Map<String, String> now =
        Map.of(
            "sinks", PipelineStatusJson.sinks(pipeline.sinks()).toString(),
            "reconciliation",
                PipelineStatusJson.reconciliation(pipeline.reconciliation()).toString());
    now.forEach(
        (event, json) -> {
          if (!json.equals(sent.put(event, json))) {
            client.sendEvent(event, json);
          }
        });
  }

  private static String json(ThroughputSample figures) {
    try {
      return JSON.writeValueAsString(figures);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
