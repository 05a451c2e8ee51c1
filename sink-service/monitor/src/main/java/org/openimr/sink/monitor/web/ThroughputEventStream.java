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
 * {@code GET /v1/events}: server-sent events with a sample every second, and with sinks and
 * reconciliation when they have changed. Each client has its own thread, so that a slow client does
 * not delay others.
 */
final class ThroughputEventStream {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_CLIENTS = 200;

  private final ThroughputSampler sampler;
  private final PipelineStatus pipeline;
  private final Semaphore permits = new Semaphore(MAX_CLIENTS);

  ThroughputEventStream(ThroughputSampler sampler, PipelineStatus pipeline) {
    this.sampler = sampler;
    this.pipeline = pipeline;
  }

  void open(SseClient client) {
    if (!permits.tryAcquire()) {
      client.sendEvent("full", "too many clients");
      client.close();
      return;
    }
    client.keepAlive();
    Thread.ofVirtual().name("monitor-events").start(() -> send(client));
  }

  private void send(SseClient client) {
    Map<String, String> sent = new TreeMap<>();
    try {
      Optional<ThroughputSample> next = sampler.awaitAfter(0);
      while (next.isPresent() && !client.terminated()) {
        client.sendEvent("figures", json(next.get()));
        sendChanges(client, sent);
        next = sampler.awaitAfter(next.get().sequence());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      permits.release();
      client.close();
    }
  }

  private void sendChanges(SseClient client, Map<String, String> sent) {
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

  private static String json(ThroughputSample sample) {
    try {
      return JSON.writeValueAsString(sample);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
