package org.openimr.sink.connect.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.connect.record.RecordPosition;
import org.openimr.sink.connect.record.SafeStackTrace;
import org.openimr.sink.connect.record.SkipRecordTransform;
import org.openimr.sink.connect.spi.SinkException;
import org.openimr.sink.reconcile.kafka.ConsumerLag;

/** The way past a record that a sink can't take: it is kept as a dead letter and left out. */
public final class RecordSkipper {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final String GROUP = "connect-";
  private static final int LARGEST = Topic.MAX_DEAD_LETTER_BYTES + 1024 * 1024;

  private final ConnectRestClient worker;
  private final Settings settings;

  public RecordSkipper(ConnectRestClient worker, Settings settings) {
    this.worker = worker;
    this.settings = settings;
  }

  /** The record that a connector failed at; empty if its failure does not say. */
  public Optional<RecordPosition> failedPosition(ConnectorStatus status) {
    return status.failure().flatMap(trace -> SafeStackTrace.parse(trace).position());
  }

  /** Where a connector goes on, in each partition in which a record waits for it. */
  public List<RecordPosition> pendingPositions(String connector) {
    String topics = worker.configuration(connector).getOrDefault("topics", "");
    return ConsumerLag.pendingRecords(
            settings.kafka(), List.of(topics.split(",")), GROUP + connector)
        .entrySet()
        .stream()
        .map(at -> new RecordPosition(at.getKey().topic(), at.getKey().partition(), at.getValue()))
        .sorted(
            Comparator.comparing(RecordPosition::topic).thenComparingInt(RecordPosition::partition))
        .toList();
  }

  /**
   * Keeps a record as a dead letter, has a connector leave it out, and starts the connector again.
   *
   * @throws SinkException if there is no such record, or the worker refuses
   */
  public void skip(ConnectorStatus status, RecordPosition position) {
    String why =
        status
            .failure()
            .map(SafeStackTrace::parse)
            .map(SafeStackTrace::exceptionClasses)
            .orElse("");
    Map<String, String> configuration = worker.configuration(status.name());
    keep(status.name(), position, why);
    worker.put(status.name(), SkipRecordTransform.withSkipped(configuration, position));
    if (pendingPositions(status.name()).contains(position)) {
      goOnBehind(status.name(), position);
    } else if (status.state() == ConnectorStatus.State.STOPPED
        || status.state() == ConnectorStatus.State.PAUSED) {
      worker.resume(status.name());
    }
  }

  /**
   * All before it is written: so it need not seem to wait until another record follows it. Where
   * the worker refuses for too long, it does seem so, and no more.
   */
  private void goOnBehind(String connector, RecordPosition position) {
    worker.stop(connector);
    Instant limit = Instant.now().plus(PATIENCE);
    while (!isMoved(connector, position.next()) && Instant.now().isBefore(limit)) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    worker.resume(connector);
  }

  /** Refused while tasks are ending. */
  private boolean isMoved(String connector, RecordPosition position) {
    try {
      worker.alterOffsets(connector, List.of(position));
      return true;
    } catch (SinkException e) {
      return false;
    }
  }

  private void keep(String connector, RecordPosition position, String why) {
    ConsumerRecord<byte[], byte[]> record = read(position);
    DeadLetterReason deadLetter =
        new DeadLetterReason(
            DeadLetterReason.Code.SINK_FAILED,
            "sink:" + connector,
            "",
            why.isEmpty() ? "skipped by an operator" : "skipped by an operator: " + why);
    RecordHeaders headers = new RecordHeaders(record.headers().toArray());
    deadLetter.addTo(
        headers,
        new DeadLetterReason.Position(position.topic(), position.partition(), position.offset()),
        Instant.now());
    send(
        new ProducerRecord<>(
            Topic.DEAD_LETTERS.topicName(), null, record.key(), record.value(), headers),
        DeadLetterReason.headRecord(headers));
  }

  private ConsumerRecord<byte[], byte[]> read(RecordPosition position) {
    Map<String, Object> properties = new HashMap<>(settings.kafka());
    properties.put("isolation.level", "read_committed");
    properties.put("auto.offset.reset", "none");
    properties.put("max.poll.records", 1);
    TopicPartition partition = new TopicPartition(position.topic(), position.partition());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, position.offset());
      return consumer.poll(PATIENCE).records(partition).stream()
          .filter(record -> record.offset() == position.offset())
          .findFirst()
          .orElseThrow(() -> new SinkException("There is no record at " + position));
    }
  }

  private void send(ProducerRecord<byte[], byte[]> record, ProducerRecord<byte[], byte[]> head) {
    Map<String, Object> properties = new HashMap<>(settings.kafka());
    properties.put("max.request.size", LARGEST);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
      producer.send(head).get();
    } catch (ExecutionException e) {
      throw new SinkException(
          "The record could not be kept as a dead letter; nothing was skipped", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SinkException("Interrupted; nothing was skipped", e);
    }
  }
}
