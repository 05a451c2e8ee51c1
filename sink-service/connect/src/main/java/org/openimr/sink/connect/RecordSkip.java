package org.openimr.sink.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;

/** The way past a record that a sink can't take: it is kept as a dead letter and left out. */
public final class RecordSkip {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LARGEST = Topic.MAX_DEAD_LETTER_BYTES + 1024 * 1024;

  private final SinksClient worker;
  private final Settings settings;

  public RecordSkip(SinksClient worker, Settings settings) {
    this.worker = worker;
    this.settings = settings;
  }

  /** The record that a connector failed at; empty if its failure does not say. */
  public Optional<Position> failedAt(ConnectorStatus status) {
    return status
        .failure()
        .flatMap(trace -> FailureTrace.of(trace).position())
        .or(() -> onlyOne(waiting(status.name())));
  }

  /** Where a connector has records to take, the next of each partition. */
  public List<Position> waiting(String connector) {
    List<Position> positions = worker.positions(connector);
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    positions.forEach(
        at -> asked.put(new TopicPartition(at.topic(), at.partition()), OffsetSpec.latest()));
    try (Admin admin = Admin.create(Map.copyOf(settings.kafka()))) {
      Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(asked).all().get();
      return positions.stream()
          .filter(
              at -> at.offset() < ends.get(new TopicPartition(at.topic(), at.partition())).offset())
          .toList();
    } catch (ExecutionException e) {
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted while positions were looked up", e);
    }
  }

  /**
   * Keeps a record as a dead letter, has a connector leave it out, and starts the connector again.
   *
   * @throws SinkFailure if there is no such record, or the worker refuses
   */
  public void skip(ConnectorStatus status, Position position) {
    String why = status.failure().map(FailureTrace::of).map(FailureTrace::kinds).orElse("");
    Map<String, String> configuration = worker.configuration(status.name());
    keep(status.name(), position, why);
    worker.put(status.name(), RecordGuard.skipping(configuration, position));
    if (status.state() == ConnectorStatus.State.STOPPED
        || status.state() == ConnectorStatus.State.PAUSED) {
      worker.resume(status.name());
    }
  }

  private static Optional<Position> onlyOne(List<Position> positions) {
    return positions.size() == 1 ? Optional.of(positions.getFirst()) : Optional.empty();
  }

  private void keep(String connector, Position position, String why) {
    ConsumerRecord<byte[], byte[]> record = read(position);
    DeadLetter deadLetter =
        new DeadLetter(
            DeadLetter.Code.SINK_FAILED,
            "sink:" + connector,
            "",
            why.isEmpty() ? "skipped by an operator" : "skipped by an operator: " + why);
    RecordHeaders headers = new RecordHeaders(record.headers().toArray());
    deadLetter.addTo(
        headers,
        new DeadLetter.Position(position.topic(), position.partition(), position.offset()),
        Instant.now());
    send(
        new ProducerRecord<>(
            Topic.DEAD_LETTERS.topicName(), null, record.key(), record.value(), headers),
        DeadLetter.headRecord(headers));
  }

  private ConsumerRecord<byte[], byte[]> read(Position position) {
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
          .orElseThrow(() -> new SinkFailure("There is no record at " + position));
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
      throw new SinkFailure(
          "The record could not be kept as a dead letter; nothing was skipped", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SinkFailure("Interrupted; nothing was skipped", e);
    }
  }
}
