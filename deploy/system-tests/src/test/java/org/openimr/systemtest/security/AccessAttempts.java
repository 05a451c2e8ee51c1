package org.openimr.systemtest.security;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What one principal tries; each says whether the broker allowed it. */
final class AccessAttempts implements AutoCloseable {
  private static final long PATIENCE = 60;
  private static final Duration PATIENCE_TO_REFUSE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(300);

  private final Map<String, Object> kafka;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Admin admin;

  AccessAttempts(Map<String, String> kafka) {
    this.kafka = new HashMap<>(kafka);
    this.consumer =
        new KafkaConsumer<>(this.kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    Map<String, Object> producing = new HashMap<>(kafka);
    producing.put("max.block.ms", "20000");
    // else who may write nowhere is refused once, and the producer of no use from then on
    producing.put("enable.idempotence", "false");
    this.producer =
        new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer());
    this.admin = Admin.create(this.kafka);
  }

  /** Whether reading a topic is refused, which the broker says at the first try. */
  boolean isReadingRefused(String topic) {
    Instant limit = Instant.now().plus(PATIENCE_TO_REFUSE);
    while (Instant.now().isBefore(limit)) {
      if (!mayRead(topic)) {
        return true;
      }
    }
    return false;
  }

  /** Reads a topic from its beginning for a moment; whether nothing was refused in it. */
  boolean mayRead(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    try {
      consumer.assign(List.of(partition));
      consumer.seek(partition, 0);
      consumer.poll(POLL);
      consumer.poll(POLL);
      return true;
    } catch (AuthorizationException e) {
      return false;
    }
  }

  /** Writes one record of one byte. */
  boolean mayWrite(String topic) throws Exception {
    return isAllowed(producer.send(new ProducerRecord<>(topic, 0, null, new byte[] {1})));
  }

  /** Commits a position of a group, as its member would. */
  boolean mayJoin(String group, String topic) {
    Map<String, Object> joining = new HashMap<>(kafka);
    joining.put("group.id", group);
    TopicPartition partition = new TopicPartition(topic, 0);
    try (KafkaConsumer<byte[], byte[]> member =
        new KafkaConsumer<>(joining, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      member.commitSync(Map.of(partition, new OffsetAndMetadata(0)));
      return true;
    } catch (GroupAuthorizationException e) {
      return false;
    }
  }

  boolean mayCreate(String topic) throws Exception {
    return isAllowed(future(admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all()));
  }

  boolean mayDelete(String topic) throws Exception {
    return isAllowed(future(admin.deleteTopics(List.of(topic)).all()));
  }

  boolean maySeeRules() throws Exception {
    return isAllowed(future(admin.describeAcls(AclBindingFilter.ANY).values()));
  }

  @Override
  public void close() {
    consumer.close();
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
  }

  private static Future<?> future(KafkaFuture<?> answer) {
    return answer.toCompletionStage().toCompletableFuture();
  }

  private static boolean isAllowed(Future<?> attempt)
      throws InterruptedException, TimeoutException, ExecutionException {
    try {
      attempt.get(PATIENCE, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return false;
      }
      throw e;
    }
  }
}
