package org.openimr.sink.webhook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.sink.connect.record.RecordPosition;
import org.openimr.sink.webhook.delivery.DeliveryResult;
import org.openimr.sink.webhook.delivery.WebhookMessage;
import org.openimr.sink.webhook.delivery.WebhookSender;
import org.openimr.sink.webhook.event.EventDecision;
import org.openimr.sink.webhook.event.WebhookEventReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the records of its partitions: different cases concurrently, those of one case in order.
 * Offsets are committed up to the first record that is neither delivered nor a dead letter, so that
 * a crash repeats some deliveries and loses none.
 */
public final class WebhookSinkTask extends SinkTask {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSinkTask.class);
  private static final long PUT_INTERVAL_MILLIS = 50;
  private static final long COMMIT_INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

  private final OffsetTracker offsets = new OffsetTracker();
  private final PerCaseExecutor lanes = new PerCaseExecutor(this::fail);
  private final WebhookMetrics metrics = new WebhookMetrics();
  private final AtomicReference<ConnectException> failure = new AtomicReference<>();
  private String stage;
  private int maxPending;
  private WebhookEventReader reader;
  private WebhookSender sender;
  private WebhookDeadLetterProducer deadLetters;
  private boolean paused;
  private boolean wasCircuitOpen;
  private long committedAt = System.nanoTime();

  private record DecodedRecord(SinkRecord record, EventDecision decision) {}

  @Override
  public String version() {
    return new WebhookSinkConnector().version();
  }

  @Override
  public void start(Map<String, String> props) {
    WebhookConnectorConfig config = new WebhookConnectorConfig(props);
    stage = config.stage();
    maxPending = config.getInt(WebhookConnectorConfig.MAX_PENDING);
    reader =
        new WebhookEventReader(
            stage,
            config.filter(),
            config.getBoolean(WebhookConnectorConfig.CLINICAL_TEXT),
            EventSerdes.of(config.registry()).genericDeserializer());
    sender = new WebhookSender(config.policy(), config.keys(), new Random());
    deadLetters = WebhookDeadLetterProducer.create(config.producer());
    metrics.register(
        context.pluginMetrics(), offsets::outstanding, () -> sender.isCircuitOpen() ? 1 : 0);
  }

  @Override
  public void put(Collection<SinkRecord> records) {
    throwFailure();
    for (DecodedRecord decoded : decode(records)) {
      submit(decoded);
    }
    pauseOrResume();
    logCircuitChange();
    if (System.nanoTime() - committedAt > COMMIT_INTERVAL_NANOS) {
      committedAt = System.nanoTime();
      context.requestCommit();
    }
  }

  @Override
  public Map<TopicPartition, OffsetAndMetadata> preCommit(
      Map<TopicPartition, OffsetAndMetadata> currentOffsets) {
    Map<TopicPartition, OffsetAndMetadata> committable = offsets.committable();
    committable.keySet().retainAll(currentOffsets.keySet());
    return committable;
  }

  @Override
  public void close(Collection<TopicPartition> partitions) {
    offsets.revoke(partitions);
  }

  @Override
  public void stop() {
    lanes.close();
    Utils.closeQuietly(sender, "endpoint of " + stage);
    Utils.closeQuietly(deadLetters, "dead letters of " + stage);
  }

  private List<DecodedRecord> decode(Collection<SinkRecord> records) {
    List<DecodedRecord> decoded = new ArrayList<>(records.size());
    for (SinkRecord record : records) {
      decoded.add(new DecodedRecord(record, read(record)));
    }
    return decoded;
  }

  private EventDecision read(SinkRecord record) {
    try {
      return reader.read(record);
    } catch (SerializationException e) {
      throw new RetriableException("the schema registry is unavailable", e);
    } catch (RuntimeException e) {
      throw RecordPosition.failure(record, e);
    }
  }

  private void submit(DecodedRecord decoded) {
    SinkRecord record = decoded.record();
    TopicPartition partition = new TopicPartition(record.topic(), record.kafkaPartition());
    OffsetTracker.PartitionAssignment assignment = offsets.track(partition, record.kafkaOffset());
    switch (decoded.decision()) {
      case EventDecision.Filtered ignored -> assignment.complete(record.kafkaOffset());
      case EventDecision.Undecodable ignored ->
          submit(
              assignment,
              record,
              "",
              () -> writeDeadLetter(record, DeadLetterReason.Code.UNDECODABLE, "not an event"));
      case EventDecision.Selected selected ->
          submit(
              assignment,
              record,
              selected.caseKey(),
              () -> deliver(assignment, record, selected.webhook()));
    }
  }

  /** Delivers a record or writes a dead letter; may block. Returns whether the record is done. */
  @FunctionalInterface
  private interface Work {
    boolean isDone() throws InterruptedException;
  }

  private void submit(
      OffsetTracker.PartitionAssignment assignment, SinkRecord record, String caseKey, Work work) {
    lanes.submit(
        new PerCaseExecutor.LaneKey(assignment, caseKey),
        () -> {
          if (failure.get() == null && assignment.isAssigned() && work.isDone()) {
            assignment.complete(record.kafkaOffset());
          }
        });
  }

  private boolean deliver(
      OffsetTracker.PartitionAssignment assignment, SinkRecord record, WebhookMessage webhook)
      throws InterruptedException {
    DeliveryResult delivery =
        sender.deliver(webhook, () -> assignment.isAssigned() && failure.get() == null);
    return switch (delivery) {
      case DeliveryResult.Delivered ignored -> {
        metrics.delivered();
        yield true;
      }
      case DeliveryResult.Cancelled ignored -> false;
      case DeliveryResult.EndpointGone ignored -> {
        fail("the endpoint answered 410 Gone: it accepts no more webhooks", null);
        yield false;
      }
      case DeliveryResult.Undeliverable undeliverable ->
          writeDeadLetter(record, DeadLetterReason.Code.NOT_DELIVERED, undeliverable.reason());
    };
  }

  private boolean writeDeadLetter(SinkRecord record, DeadLetterReason.Code code, String reason)
      throws InterruptedException {
    deadLetters.write(record, new DeadLetterReason(code, stage, "", reason));
    metrics.deadLetter();
    LOG.warn(
        "{}: dead letter {} of {}-{} offset {}: {}",
        stage,
        code,
        record.topic(),
        record.kafkaPartition(),
        record.kafkaOffset(),
        reason);
    return true;
  }

  private void fail(Throwable cause) {
    fail(
        cause instanceof KafkaException && cause.getMessage() != null
            ? cause.getMessage()
            : "delivering a webhook failed",
        cause);
  }

  private void fail(String message, @Nullable Throwable cause) {
    failure.compareAndSet(null, new ConnectException(stage + ": " + message, cause));
  }

  private void throwFailure() {
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private void logCircuitChange() {
    boolean isOpen = sender.isCircuitOpen();
    if (isOpen && !wasCircuitOpen) {
      LOG.warn("{}: circuit open after repeated failures of the endpoint", stage);
    } else if (wasCircuitOpen && !isOpen) {
      LOG.info("{}: circuit closed, the endpoint accepts webhooks again", stage);
    }
    wasCircuitOpen = isOpen;
  }

  private void pauseOrResume() {
    TopicPartition[] partitions = context.assignment().toArray(TopicPartition[]::new);
    boolean isFull = offsets.outstanding() >= maxPending;
    if (isFull) {
      context.pause(partitions);
    } else if (paused) {
      context.resume(partitions);
    }
    paused = isFull;
    if (offsets.outstanding() > 0) {
      context.timeout(PUT_INTERVAL_MILLIS);
    }
  }
}
