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
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.runtime.kafka.CommittedTopicScanner;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.connect.record.RecordPosition;
import org.openimr.sink.connect.record.SafeStackTrace;
import org.openimr.sink.connect.record.SkipRecordTransform;
import org.openimr.sink.connect.spi.SinkException;
import org.openimr.sink.reconcile.kafka.ConsumerLag;

/** Skips a record that a sink can't process and keeps it as a dead letter. */
public final class RecordSkipper {
  private static final Duration MAX_WAIT = Duration.ofSeconds(20);
  private static final Duration RETRY_DELAY = Duration.ofMillis(300);
  private static final String GROUP_PREFIX = "connect-";
  private static final int MAX_REQUEST_BYTES = Topic.MAX_DEAD_LETTER_BYTES + 1024 * 1024;

  private final ConnectRestClient worker;
  private final Settings settings;
  private final Supplier<String> brokerClusterId;

  /**
   * @param settings of the Kafka cluster that holds the records of the sinks
   */
  public RecordSkipper(ConnectRestClient worker, Settings settings) {
    this(worker, settings, () -> BrokerCluster.id(settings.kafka()));
  }

  RecordSkipper(ConnectRestClient worker, Settings settings, Supplier<String> brokerClusterId) {
    this.worker = worker;
    this.settings = settings;
    this.brokerClusterId = brokerClusterId;
  }

  /** Position of the record that a connector failed at; empty if its stack trace does not tell. */
  public Optional<RecordPosition> failedPosition(ConnectorStatus status) {
    return status.failure().flatMap(trace -> SafeStackTrace.parse(trace).position());
  }

  /** Next position of a connector in each partition that holds a record it has not read. */
  public List<RecordPosition> pendingPositions(String connector) {
    String topics = worker.configuration(connector).getOrDefault("topics", "");
    return ConsumerLag.pendingRecords(
            settings.kafka(), List.of(topics.split(",")), GROUP_PREFIX + connector)
        .entrySet()
        .stream()
        .map(at -> new RecordPosition(at.getKey().topic(), at.getKey().partition(), at.getValue()))
        .sorted(
            Comparator.comparing(RecordPosition::topic).thenComparingInt(RecordPosition::partition))
        .toList();
  }

  /**
   * Writes a record as a dead letter, configures the connector to skip it, and resumes it.
   *
   * @throws SinkException if worker and broker belong to different clusters, the record does not
   *     exist, or the worker rejects the change; nothing was skipped
   */
  public void skip(ConnectorStatus status, RecordPosition position) {
    requireSameCluster();
    String reason =
        status
            .failure()
            .map(SafeStackTrace::parse)
            .map(SafeStackTrace::exceptionClasses)
            .orElse("");
    Map<String, String> configuration = worker.configuration(status.name());
    writeDeadLetter(status.name(), position, reason);
    worker.put(status.name(), SkipRecordTransform.withSkipped(configuration, position));
    if (pendingPositions(status.name()).contains(position)) {
      moveAfter(status.name(), position);
    } else if (status.state() == ConnectorStatus.State.STOPPED
        || status.state() == ConnectorStatus.State.PAUSED) {
      worker.resume(status.name());
    }
  }

  /** The same position in another cluster is another record, which would be lost in the sink. */
  private void requireSameCluster() {
    String ofWorker = worker.clusterId();
    String ofBroker = brokerClusterId.get();
    if (ofWorker.isEmpty() || !ofWorker.equals(ofBroker)) {
      throw new SinkException(
          "Nothing was skipped: the worker uses the Kafka cluster %s, the broker is of %s"
              .formatted(ofWorker.isEmpty() ? "(unknown)" : ofWorker, ofBroker));
    }
  }

  /**
   * Moves the offset of the connector past the record, because the record would otherwise count as
   * lag until another one follows. If the worker rejects this for too long, only the lag is wrong.
   */
  private void moveAfter(String connector, RecordPosition position) {
    worker.stop(connector);
    Instant limit = Instant.now().plus(MAX_WAIT);
    while (!tryMove(connector, position.next()) && Instant.now().isBefore(limit)) {
      LockSupport.parkNanos(RETRY_DELAY.toNanos());
    }
    worker.resume(connector);
  }

  /** The worker rejects this while tasks are stopping. */
  private boolean tryMove(String connector, RecordPosition position) {
    try {
      worker.alterOffsets(connector, List.of(position));
      return true;
    } catch (SinkException e) {
      return false;
    }
  }

  private void writeDeadLetter(String connector, RecordPosition position, String reason) {
    ConsumerRecord<byte[], byte[]> record = read(position);
    DeadLetterReason deadLetter =
        new DeadLetterReason(
            DeadLetterReason.Code.SINK_FAILED,
            "sink:" + connector,
            "",
            reason.isEmpty() ? "skipped by an operator" : "skipped by an operator: " + reason);
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
    TopicPartition partition = new TopicPartition(position.topic(), position.partition());
    try (CommittedTopicScanner scanner = new CommittedTopicScanner(settings.kafka())) {
      return scanner
          .find(partition, position.offset())
          .orElseThrow(() -> new SinkException("There is no record at " + position));
    }
  }

  private void send(ProducerRecord<byte[], byte[]> record, ProducerRecord<byte[], byte[]> head) {
    Map<String, Object> properties = new HashMap<>(settings.kafka());
    properties.put("max.request.size", MAX_REQUEST_BYTES);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
      producer.send(head).get();
    } catch (ExecutionException e) {
      throw new SinkException("Writing the record as a dead letter failed; nothing was skipped", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SinkException("Interrupted; nothing was skipped", e);
    }
  }
}
