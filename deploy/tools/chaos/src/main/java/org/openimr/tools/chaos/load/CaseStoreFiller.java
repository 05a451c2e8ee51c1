package org.openimr.tools.chaos.load;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.openimr.enrich.topology.CaseState;
import org.openimr.schemas.topic.Topic;
import org.openimr.schemas.topic.TopicReadiness;

/** Fills the case store before the first start of its service, by writing its changelog. */
public final class CaseStoreFiller {
  /** Name that Kafka Streams forms from application id, store name and {@code changelog}. */
  static final String CHANGELOG = "imr-enrich-cases-changelog";

  private static final int FINGERPRINT_BYTES = 16;

  private final Map<String, String> kafka;

  public CaseStoreFiller(Map<String, String> kafka) {
    this.kafka = kafka;
  }

  /**
   * Writes each case as published once, with a fingerprint that no letter has.
   *
   * @param caseKeys distinct case keys
   */
  public void fill(Stream<String> caseKeys) throws InterruptedException {
    createChangelog();
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("linger.ms", "50");
    settings.put("batch.size", Integer.toString(512 << 10));
    settings.put("compression.type", "lz4");
    AtomicReference<Exception> failure = new AtomicReference<>();
    byte[] state =
        CaseState.serde()
            .serializer()
            .serialize(
                CHANGELOG,
                new CaseState(
                    1,
                    1,
                    Instant.now().toEpochMilli(),
                    0,
                    CaseState.NO_DAY,
                    CaseState.NO_DAY,
                    new byte[FINGERPRINT_BYTES]));
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      caseKeys.forEach(
          caseKey -> {
            // The callback keeps the first failure.
            var unused =
                producer.send(
                    new ProducerRecord<>(CHANGELOG, caseKey, state),
                    (metadata, e) -> failure.compareAndSet(null, e));
          });
      producer.flush();
    }
    if (failure.get() != null) {
      throw new IllegalStateException("writing the changelog failed", failure.get());
    }
  }

  private void createChangelog() throws InterruptedException {
    NewTopic changelog =
        new NewTopic(CHANGELOG, Topic.LETTERS.partitions(), (short) -1)
            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    try (Admin admin = Admin.create(Map.copyOf(kafka))) {
      admin.createTopics(List.of(changelog)).all().get();
      TopicReadiness.await(admin, List.of(CHANGELOG));
    } catch (ExecutionException e) {
      throw new IllegalStateException("creating the changelog failed", e.getCause());
    }
  }
}
