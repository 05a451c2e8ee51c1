package org.openimr.sink.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.openimr.testkit.NodeProject;

/** A Node.js receiver that verifies webhooks with the reference library of Standard Webhooks. */
final class NodeWebhookReceiver implements AutoCloseable {
  private final Process process;
  private final URI address;

  private NodeWebhookReceiver(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * The first arrival of an event.
   *
   * @param at milliseconds since 1970
   */
  record ReceivedEvent(String id, String subject, long sequence, long at) {}

  /** Counts and arrivals of a receiver. */
  record ReceiverReport(
      int requests, int failed, int stalled, int refused, List<ReceivedEvent> taken) {}

  /** Starts a receiver that accepts all webhooks signed with a key. */
  static NodeWebhookReceiver start(String secret) throws Exception {
    Process process =
        NodeProject.install(Path.of("src/test/node"), Path.of("target/node-receiver"))
            .start("receiver.js", secret);
    BufferedReader output = process.inputReader(UTF_8);
    return new NodeWebhookReceiver(
        process, URI.create("http://127.0.0.1:" + output.readLine() + "/hook"));
  }

  URI address() {
    return address;
  }

  /** Makes the receiver fail and stall one in the given numbers of requests. */
  void misbehave(int failOneIn, int stallOneIn) throws IOException, InterruptedException {
    URI request = address.resolve("/?fail=%d&stall=%d".formatted(failOneIn, stallOneIn));
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(
          HttpRequest.newBuilder(request).PUT(BodyPublishers.noBody()).build(),
          BodyHandlers.discarding());
    }
  }

  ReceiverReport report() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String body =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
      JsonNode seen = new ObjectMapper().readTree(body);
      return new ReceiverReport(
          seen.get("requests").asInt(),
          seen.get("failed").asInt(),
          seen.get("stalled").asInt(),
          seen.get("refused").asInt(),
          seen.get("taken").valueStream().map(NodeWebhookReceiver::taken).toList());
    }
  }

  @Override
  public void close() {
    process.destroy();
  }

  private static ReceivedEvent taken(JsonNode event) {
    assertThat(event.get("eventId")).isEqualTo(event.get("id"));
    return new ReceivedEvent(
        event.get("id").asText(),
        event.get("subject").asText(),
        event.get("sequence").asLong(),
        event.get("at").asLong());
  }
}
