package org.openimr.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.schemas.topic.TopicReadiness;

class TopicReadinessIT {
  private static final int TOPICS = 4;
  private static final int PARTITIONS = 24;
  private static final int RECORDS = 3_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void acceptsRecordsRightAfterTopicCreation() throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      for (int i = 0; i < TOPICS; i++) {
        String topic = "new-" + i;
        admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
        TopicReadiness.await(admin, List.of(topic));
        try (Producer<byte[], byte[]> producer = producer(broker)) {
          for (int record = 0; record < RECORDS; record++) {
            sent.add(producer.send(new ProducerRecord<>(topic, record % PARTITIONS, null, body())));
          }
        }
      }
    }

    assertThat(sent).noneMatch(TopicReadinessIT::isRejected);
  }

  @Test
  void waitsForUnknownTopic() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      CompletableFuture<Void> waiting =
          CompletableFuture.runAsync(() -> await(admin, "late"), Thread.ofPlatform()::start);
      assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);

      admin.createTopics(List.of(new NewTopic("late", PARTITIONS, (short) 1))).all().get();

      assertThat(waiting).succeedsWithin(TIMEOUT);
    }
  }

  private static void await(Admin admin, String topic) {
    try {
      TopicReadiness.await(admin, List.of(topic));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A producer with small batches and the maximum number of requests in flight. */
  private static Producer<byte[], byte[]> producer(EmbeddedBroker broker) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "delivery.timeout.ms",
            (int) TIMEOUT.toMillis(),
            "request.timeout.ms",
            (int) TIMEOUT.toMillis() / 2,
            "batch.size",
            200),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static byte[] body() {
    return new byte[100];
  }

  private static boolean isRejected(Future<RecordMetadata> sent) {
    try {
      sent.get();
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
