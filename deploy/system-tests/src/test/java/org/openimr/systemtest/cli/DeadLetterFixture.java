package org.openimr.systemtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.openimr.cli.Imr;
import org.openimr.cli.console.CapturedConsole;
import org.openimr.cli.deadletters.resolution.DeadLetterId;
import org.openimr.cli.deadletters.resolution.TopicRecordReader;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.DeadLetterReason.Code;
import org.openimr.schemas.event.LetterId;
import org.openimr.schemas.event.LetterPart;
import org.openimr.schemas.event.Sha256;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.testkit.pipeline.PipelineFixture;

/** A broker with the topics, and what the services would have written there. */
final class DeadLetterFixture implements AutoCloseable {
  private static final String UNUSED_REGISTRY = "mock://unused";

  private final PipelineFixture cluster;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Admin admin;

  private DeadLetterFixture(PipelineFixture cluster) {
    this.cluster = cluster;
    admin = cluster.register(cluster.admin());
    producer = cluster.register(cluster.byteProducer());
  }

  static DeadLetterFixture start(Path folder) throws Exception {
    return new DeadLetterFixture(
        PipelineFixture.brokerOnly(UNUSED_REGISTRY).withTopics().start(folder));
  }

  Settings settings() {
    return cluster.connection();
  }

  /** What a command printed. */
  record CommandOutput(int exitCode, String out, String err) {}

  /** Runs {@code imr dlq}. */
  CommandOutput dlq(String... arguments) {
    List<String> all = new ArrayList<>(List.of("dlq"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--bootstrap-server", cluster.bootstrapServers()));
    CapturedConsole console = CapturedConsole.file();
    int exitCode = Imr.commandLine(console.console()).execute(all.toArray(String[]::new));
    return new CommandOutput(exitCode, console.out(), console.err());
  }

  /** A raw letter that ingest refused. */
  DeadLetterId refusedByIngest(
      DeadLetterReason.Code code, String text, int replays, Instant failed) {
    RecordMetadata raw = rawLetter(text);
    ProducerRecord<byte[], byte[]> dead =
        new ProducerRecord<>(
            Topic.DEAD_LETTERS.topicName(), "any key".getBytes(UTF_8), text.getBytes(UTF_8));
    dead.headers().add("source-name", (text.hashCode() + ".txt").getBytes(UTF_8));
    return put(dead, new DeadLetterReason(code, "ingest", "", "synthetic"), raw, replays, failed);
  }

  /** A letter that enrich refused: the dead letter holds its event, the raw topic its bytes. */
  DeadLetterId refusedByEnrich(DeadLetterReason.Code code, String text, String caseKey) {
    return refusedByEnrich(code, text, caseKey, Optional.empty());
  }

  /** A letter that enrich refused, which is a part of a document. */
  DeadLetterId refusedByEnrich(
      DeadLetterReason.Code code, String text, String caseKey, Optional<LetterPart> part) {
    RecordMetadata raw = rawLetter(text);
    String documentId = Sha256.hex(text.getBytes(UTF_8));
    ProducerRecord<byte[], byte[]> event =
        new ProducerRecord<>(
            Topic.LETTERS.topicName(),
            caseKey.getBytes(UTF_8),
            ("event of " + text).getBytes(UTF_8));
    event.headers().add("ce_id", LetterId.of(documentId, part).getBytes(UTF_8));
    part.ifPresent(one -> one.addTo(event.headers(), documentId));
    event.headers().add("ce_subject", caseKey.getBytes(UTF_8));
    event.headers().add("imr.raw.partition", Integer.toString(raw.partition()).getBytes(UTF_8));
    event.headers().add("imr.raw.offset", Long.toString(raw.offset()).getBytes(UTF_8));
    RecordMetadata at = send(event);
    ProducerRecord<byte[], byte[]> dead =
        new ProducerRecord<>(
            Topic.DEAD_LETTERS.topicName(), null, event.key(), event.value(), event.headers());
    return put(
        dead, new DeadLetterReason(code, "enrich", "items", "synthetic"), at, 0, Instant.now());
  }

  /** An event that an endpoint did not take. */
  DeadLetterId refusedByWebhook(String event) {
    ProducerRecord<byte[], byte[]> dead =
        new ProducerRecord<>(
            Topic.DEAD_LETTERS.topicName(), "CM17-0000001".getBytes(UTF_8), event.getBytes(UTF_8));
    DeadLetterReason why =
        new DeadLetterReason(Code.NOT_PUBLISHED, "sink:webhook:claims", "", "synthetic");
    DeadLetterReason.Position at =
        new DeadLetterReason.Position(Topic.DETERMINATIONS.topicName(), 7, 70);
    why.addTo(dead.headers(), at, Instant.now());
    RecordMetadata stands = send(dead);
    return new DeadLetterId(stands.partition(), stands.offset());
  }

  /**
   * An event of a letter that a sink failed at and an operator skipped.
   *
   * @param event the event; empty for the removal of an item
   */
  DeadLetterId skippedInSink(String letter, Optional<String> event) {
    Instant received = Instant.parse("2026-11-20T11:00:00Z");
    String letterId = Sha256.hex(letter.getBytes(UTF_8));
    String caseKey = "CM17-0000003";
    for (String id : List.of("0".repeat(64), letterId)) {
      ProducerRecord<byte[], byte[]> stored =
          new ProducerRecord<>(
              Topic.LETTERS.topicName(),
              null,
              received.toEpochMilli(),
              caseKey.getBytes(UTF_8),
              (id + " of " + letter).getBytes(UTF_8));
      stored.headers().add("ce_id", id.getBytes(UTF_8));
      send(stored);
    }
    ProducerRecord<byte[], byte[]> dead =
        new ProducerRecord<>(
            Topic.DEAD_LETTERS.topicName(),
            (caseKey + "#1").getBytes(UTF_8),
            event.map(text -> text.getBytes(UTF_8)).orElse(null));
    dead.headers().add("ce_id", (letterId + "/1/1/1").getBytes(UTF_8));
    dead.headers().add("ce_subject", caseKey.getBytes(UTF_8));
    dead.headers().add("ce_time", received.toString().getBytes(UTF_8));
    new DeadLetterReason(Code.SINK_FAILED, "sink:lake-decisions", "", "synthetic")
        .addTo(
            dead.headers(),
            new DeadLetterReason.Position(Topic.ITEM_DECISIONS.topicName(), 3, 42),
            Instant.now());
    RecordMetadata at = send(dead);
    return new DeadLetterId(at.partition(), at.offset());
  }

  private DeadLetterId put(
      ProducerRecord<byte[], byte[]> dead,
      DeadLetterReason why,
      RecordMetadata at,
      int replays,
      Instant failed) {
    ProducerRecord<byte[], byte[]> own =
        new ProducerRecord<>(dead.topic(), null, dead.key(), dead.value());
    dead.headers().forEach(own.headers()::add);
    own.headers().add(DeadLetterReason.REPLAYS, Integer.toString(replays).getBytes(UTF_8));
    why.addTo(
        own.headers(),
        new DeadLetterReason.Position(at.topic(), at.partition(), at.offset()),
        failed);
    RecordMetadata stands = send(own);
    return new DeadLetterId(stands.partition(), stands.offset());
  }

  RecordMetadata rawLetter(String text) {
    ProducerRecord<byte[], byte[]> raw =
        new ProducerRecord<>(
            Topic.LETTERS_RAW.topicName(), "any key".getBytes(UTF_8), text.getBytes(UTF_8));
    raw.headers().add("source-name", "a.txt".getBytes(UTF_8));
    return send(raw);
  }

  /** Removes all that a topic holds, as its retention does. */
  void age(Topic topic) throws Exception {
    Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
    for (int partition = 0; partition < topic.partitions(); partition++) {
      all.put(new TopicPartition(topic.topicName(), partition), RecordsToDelete.beforeOffset(-1));
    }
    admin.deleteRecords(all).all().get();
  }

  /** Committed letters of a topic that were put back, replay counts in their headers. */
  List<ConsumerRecord<byte[], byte[]>> replayed(Topic topic) {
    List<ConsumerRecord<byte[], byte[]>> replayed = new ArrayList<>();
    try (TopicRecordReader records = TopicRecordReader.of(settings())) {
      records.scan(
          topic,
          letter -> {
            if (DeadLetterReason.replayCount(letter.headers()) > 0) {
              replayed.add(letter);
            }
          });
    }
    return replayed;
  }

  private RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
    try {
      return producer.send(record).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    cluster.close();
  }
}
