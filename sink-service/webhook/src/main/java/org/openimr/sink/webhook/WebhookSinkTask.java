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
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.sink.webhook.delivery.DeliveryResult;
import org.openimr.sink.webhook.delivery.WebhookMessage;
import org.openimr.sink.webhook.delivery.WebhookSender;
import org.openimr.sink.webhook.event.EventDecision;
import org.openimr.sink.webhook.event.WebhookEventReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the records of its partitions: different cases at the same time, those of a case one
 * after the other. Offsets are committed up to the first record that is neither delivered nor a
 * dead letter, so that a crash repeats some and loses none.
 */
public final class WebhookSinkTask extends SinkTask {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSinkTask.class);
  private static final long LOOK_AGAIN_MILLIS = 50;
  private static final long COMMIT_NANOS = Duration.ofSeconds(5).toNanos();

  private final OffsetTracker progress = new OffsetTracker();
  private final PerCaseExecutor lanes = new PerCaseExecutor();
  private final WebhookMetrics metrics = new WebhookMetrics();
  private final AtomicReference<ConnectException> failure = new AtomicReference<>();
  private String stage;
  private int mostWaiting;
  private WebhookEventReader reader;
  private WebhookSender courier;
  private WebhookDeadLetterProducer deadLetters;
  private boolean paused;
  private boolean endpointWasDead;
  private long committedAt = System.nanoTime();

  private record Taken(SinkRecord record, EventDecision reading) {}

  @Override
  public String version() {
    return new WebhookSinkConnector().version();
  }

  @Override
  public void start(Map<String, String> props) {
    WebhookConnectorConfig config = new WebhookConnectorConfig(props);
    stage = config.stage();
    mostWaiting = config.getInt(WebhookConnectorConfig.MAX_PENDING);
    reader =
        new WebhookEventReader(
            stage,
            config.selection(),
            config.getBoolean(WebhookConnectorConfig.CLINICAL_TEXT),
            EventSerdes.of(config.registry()).genericDeserializer());
    courier = new WebhookSender(config.policy(), config.keys(), new Random());
    deadLetters = WebhookDeadLetterProducer.create(config.producer());
    metrics.register(
        context.pluginMetrics(), progress::outstanding, () -> courier.isEndpointDown() ? 1 : 0);
  }

  @Override
  public void put(Collection<SinkRecord> records) {
    throwFailure();
    for (Taken taken : read(records)) {
      takeOn(taken);
    }
    pauseOrResume();
    tellOfTheEndpoint();
    if (System.nanoTime() - committedAt > COMMIT_NANOS) {
      committedAt = System.nanoTime();
      context.requestCommit();
    }
  }

  @Override
  public Map<TopicPartition, OffsetAndMetadata> preCommit(
      Map<TopicPartition, OffsetAndMetadata> currentOffsets) {
    Map<TopicPartition, OffsetAndMetadata> committable = progress.committable();
    committable.keySet().retainAll(currentOffsets.keySet());
    return committable;
  }

  @Override
  public void close(Collection<TopicPartition> partitions) {
    progress.revoke(partitions);
  }

  @Override
  public void stop() {
    lanes.close();
    Utils.closeQuietly(courier, "endpoint of " + stage);
    Utils.closeQuietly(deadLetters, "dead letters of " + stage);
  }

  private List<Taken> read(Collection<SinkRecord> records) {
    List<Taken> taken = new ArrayList<>(records.size());
    try {
      for (SinkRecord record : records) {
        taken.add(new Taken(record, reader.read(record)));
      }
    } catch (SerializationException e) {
      throw new RetriableException("the registry can't be asked", e);
    }
    return taken;
  }

  private void takeOn(Taken taken) {
    SinkRecord record = taken.record();
    TopicPartition partition = new TopicPartition(record.topic(), record.kafkaPartition());
    OffsetTracker.PartitionAssignment stretch = progress.track(partition, record.kafkaOffset());
    switch (taken.reading()) {
      case EventDecision.Filtered ignored -> stretch.complete(record.kafkaOffset());
      case EventDecision.Undecodable ignored ->
          inLane(
              stretch,
              record,
              "",
              () -> bury(record, DeadLetterReason.Code.UNDECODABLE, "no event"));
      case EventDecision.Selected wanted ->
          inLane(
              stretch, record, wanted.caseKey(), () -> deliver(stretch, record, wanted.webhook()));
    }
  }

  /** What may take long; tells whether the record is done. */
  @FunctionalInterface
  private interface Work {
    boolean isDone() throws InterruptedException;
  }

  private void inLane(
      OffsetTracker.PartitionAssignment stretch, SinkRecord record, String caseKey, Work work) {
    lanes.submit(
        new PerCaseExecutor.LaneKey(stretch, caseKey),
        () -> {
          try {
            if (failure.get() == null && stretch.isAssigned() && work.isDone()) {
              stretch.complete(record.kafkaOffset());
            }
          } catch (RuntimeException e) {
            fail(e instanceof KafkaException ? e.getMessage() : "a webhook was not delivered", e);
          }
        });
  }

  private boolean deliver(
      OffsetTracker.PartitionAssignment stretch, SinkRecord record, WebhookMessage webhook)
      throws InterruptedException {
    DeliveryResult delivery =
        courier.deliver(webhook, () -> stretch.isAssigned() && failure.get() == null);
    return switch (delivery) {
      case DeliveryResult.Delivered ignored -> {
        metrics.delivered();
        yield true;
      }
      case DeliveryResult.Cancelled ignored -> false;
      case DeliveryResult.EndpointGone ignored -> {
        fail("the endpoint answered 410: it wants no webhooks any more", null);
        yield false;
      }
      case DeliveryResult.Undeliverable undeliverable ->
          bury(record, DeadLetterReason.Code.NOT_DELIVERED, undeliverable.reason());
    };
  }

  private boolean bury(SinkRecord record, DeadLetterReason.Code code, String why)
      throws InterruptedException {
    deadLetters.write(record, new DeadLetterReason(code, stage, "", why));
    metrics.deadLetter();
    LOG.warn(
        "{}: dead letter {} of {}-{} offset {}: {}",
        stage,
        code,
        record.topic(),
        record.kafkaPartition(),
        record.kafkaOffset(),
        why);
    return true;
  }

  private void fail(String message, Throwable cause) {
    failure.compareAndSet(null, new ConnectException(stage + ": " + message, cause));
  }

  private void throwFailure() {
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  private void tellOfTheEndpoint() {
    boolean dead = courier.isEndpointDown();
    if (dead && !endpointWasDead) {
      LOG.warn("{}: the endpoint failed often in a row and is left alone for a while", stage);
    } else if (endpointWasDead && !dead) {
      LOG.info("{}: the endpoint is back", stage);
    }
    endpointWasDead = dead;
  }

  private void pauseOrResume() {
    TopicPartition[] partitions = context.assignment().toArray(TopicPartition[]::new);
    boolean full = progress.outstanding() >= mostWaiting;
    if (full) {
      context.pause(partitions);
    } else if (paused) {
      context.resume(partitions);
    }
    paused = full;
    if (progress.outstanding() > 0) {
      context.timeout(LOOK_AGAIN_MILLIS);
    }
  }
}
