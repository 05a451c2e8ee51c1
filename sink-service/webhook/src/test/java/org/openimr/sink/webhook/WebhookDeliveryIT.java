package org.openimr.sink.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.event.Determination;
import org.openimr.event.Outcome;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.webhook.delivery.SigningKey;

/**
 * Delivers to a receiver that fails one request in five and stalls one in fifty, to one that is
 * down, and to a healthy one. {@code -Dimr.webhooks=10000} runs the full size.
 */
class WebhookDeliveryIT {
  private static final int EVENTS = Integer.getInteger("imr.webhooks", 1_000);
  private static final int WHOLE = 10_000;
  private static final int EVENTS_PER_SECOND = 100;
  private static final int REVISIONS = 4;
  private static final int FEW = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(180 + EVENTS / 50);

  @TempDir Path folder;
  private final Map<String, Long> sentAt = new HashMap<>();

  @Test
  void deliversAllEventsInOrderWithoutDelayingTheHealthyEndpoint() throws Exception {
    String secret = SigningKey.generate();
    Path rotated =
        Files.writeString(folder.resolve("rotated"), SigningKey.generate() + "\n" + secret);
    Path plain = Files.writeString(folder.resolve("plain"), secret);
    try (NodeWebhookReceiver flaky = NodeWebhookReceiver.start(secret);
        NodeWebhookReceiver healthy = NodeWebhookReceiver.start(secret);
        WebhookSinkFixture worker =
            WebhookSinkFixture.start(folder, endpoints(flaky, healthy, rotated, plain));
        Producer<byte[], byte[]> producer = worker.producer()) {
      send(producer, "CM12", FEW);
      awaitAllAt(flaky, healthy);
      send(producer, "CM13", EVENTS / 2);
      awaitAllAt(flaky, healthy);
      flaky.misbehave(5, 50);
      send(producer, "CM14", EVENTS);
      awaitAllAt(flaky, healthy);

      assertThat(ids(flaky)).isEqualTo(sentAt.keySet());
      assertThat(ids(healthy)).isEqualTo(sentAt.keySet());
      NodeWebhookReceiver.ReceiverReport report = flaky.report();
      assertThat(report.refused() + healthy.report().refused()).isZero();
      assertThat(report.failed()).isGreaterThanOrEqualTo(EVENTS / 5);
      assertThat(report.stalled()).isGreaterThanOrEqualTo(EVENTS / 50);
      assertOrderWithinCases(report);
      assertOrderWithinCases(healthy.report());
      long before = delay(healthy.report(), "CM13");
      assertThat(delay(healthy.report(), "CM14")).isLessThanOrEqualTo(before + 1_000);
    }
  }

  private void awaitAllAt(NodeWebhookReceiver... receivers) {
    for (NodeWebhookReceiver receiver : receivers) {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .until(() -> ids(receiver).size() == sentAt.size());
    }
  }

  private Map<String, String> endpoints(
      NodeWebhookReceiver flaky, NodeWebhookReceiver healthy, Path rotated, Path plain) {
    Map<String, String> settings = new HashMap<>();
    endpoint(settings, "flaky", flaky.address().toString(), rotated);
    settings.put("sinks.webhook.flaky.timeout.ms", "1000");
    settings.put("sinks.webhook.flaky.retry.initial.ms", "50");
    endpoint(settings, "healthy", healthy.address().toString(), plain);
    endpoint(settings, "dead", "http://127.0.0.1:9/hook", plain);
    return settings;
  }

  private static void endpoint(
      Map<String, String> settings, String name, String address, Path secret) {
    settings.put("sinks.webhook." + name + ".url", address);
    settings.put("sinks.webhook." + name + ".secret.file", secret.toString());
    settings.put("sinks.webhook." + name + ".allow.private", "true");
  }

  private void send(Producer<byte[], byte[]> producer, String year, int events) {
    Serializer<SpecificRecord> serializer = SampleWebhookEvents.serdes().serializer();
    long begin = System.nanoTime();
    for (int i = 0; i < events; i++) {
      LockSupport.parkNanos(begin + i * (1_000_000_000L / EVENTS_PER_SECOND) - System.nanoTime());
      String caseKey = "%s-%07d".formatted(year, i % (events / REVISIONS));
      Determination whole =
          SampleWebhookEvents.determination(
              caseKey, i, SampleWebhookEvents.decision(1, "DMEPOS", Outcome.UPHELD, "g"));
      String id = year + "/" + i;
      sentAt.put(id, System.currentTimeMillis());
      producer.send(
          new ProducerRecord<>(
              Topic.DETERMINATIONS.topicName(),
              null,
              caseKey.getBytes(UTF_8),
              serializer.serialize(Topic.DETERMINATIONS.topicName(), whole),
              SampleWebhookEvents.headers(id, "org.openimr.determination.v1", caseKey)));
    }
    producer.flush();
  }

  private static Set<String> ids(NodeWebhookReceiver receiver) throws Exception {
    return receiver.report().taken().stream()
        .map(NodeWebhookReceiver.ReceivedEvent::id)
        .collect(Collectors.toSet());
  }

  /** Asserts that the events of each case arrive first in the order of publication. */
  private static void assertOrderWithinCases(NodeWebhookReceiver.ReceiverReport report) {
    Map<String, List<Long>> sequences = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (NodeWebhookReceiver.ReceivedEvent taken : report.taken()) {
      if (seen.add(taken.id())) {
        sequences
            .computeIfAbsent(taken.subject(), ignored -> new ArrayList<>())
            .add(taken.sequence());
      }
    }
    assertThat(sequences.values()).allSatisfy(order -> assertThat(order).isSorted());
  }

  /**
   * The longest delay of a full run, and the median of a short one, in which pauses of a busy
   * machine would look like an effect of the other endpoint. Events that wait for its stalls would
   * all be late, because a stall takes longer than the interval between two events.
   */
  private long delay(NodeWebhookReceiver.ReceiverReport report, String year) {
    List<Long> delays =
        report.taken().stream()
            .filter(taken -> taken.id().startsWith(year))
            .map(taken -> taken.at() - sentAt.get(taken.id()))
            .sorted()
            .toList();
    System.out.printf(
        "%d webhooks of %s at the healthy endpoint: median %d ms, longest %d ms%n",
        delays.size(), year, delays.get(delays.size() / 2), delays.getLast());
    return EVENTS >= WHOLE ? delays.getLast() : delays.get(delays.size() / 2);
  }
}
