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
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.EventSerdes;
import org.openimr.sink.webhook.delivery.Courier;
import org.openimr.sink.webhook.delivery.Delivery;
import org.openimr.sink.webhook.delivery.Webhook;
import org.openimr.sink.webhook.event.EventReader;
import org.openimr.sink.webhook.event.Reading;
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

  private final Progress progress = new Progress();
  private final CaseLanes lanes = new CaseLanes();
  private final EndpointMetrics metrics = new EndpointMetrics();
  private final AtomicReference<ConnectException> failure = new AtomicReference<>();
  private String stage;
  private int mostWaiting;
  private EventReader reader;
  private Courier courier;
  private DeadLetterTopic deadLetters;
  private boolean paused;
  private boolean endpointWasDead;
  private long committedAt = System.nanoTime();

  private record Taken(SinkRecord record, Reading reading) {}

  @Override
  public String version() {
    return new WebhookSinkConnector().version();
  }

  @Override
  public void start(Map<String, String> props) {
    EndpointConfig config = new EndpointConfig(props);
    stage = config.stage();
    mostWaiting = config.getInt(EndpointConfig.WAITING);
    reader =
        new EventReader(
            stage,
            config.selection(),
            config.getBoolean(EndpointConfig.CLINICAL_TEXT),
            EventSerdes.of(config.registry()).generic());
    courier = new Courier(config.policy(), config.keys(), new Random());
    deadLetters = DeadLetterTopic.connect(config.producer());
    metrics.register(
        context.pluginMetrics(), progress::outstanding, () -> courier.endpointIsDead() ? 1 : 0);
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
    progress.drop(partitions);
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
    Progress.Stretch stretch = progress.begin(partition, record.kafkaOffset());
    switch (taken.reading()) {
      case Reading.Unwanted ignored -> stretch.done(record.kafkaOffset());
      case Reading.Undecodable ignored ->
          inLane(stretch, record, "", () -> bury(record, DeadLetter.Code.UNDECODABLE, "no event"));
      case Reading.Wanted wanted ->
          inLane(
              stretch, record, wanted.caseKey(), () -> deliver(stretch, record, wanted.webhook()));
    }
  }

  /** What may take long; tells whether the record is done. */
  @FunctionalInterface
  private interface Work {
    boolean isDone() throws InterruptedException;
  }

  private void inLane(Progress.Stretch stretch, SinkRecord record, String caseKey, Work work) {
    lanes.add(
        new CaseLanes.Lane(stretch, caseKey),
        () -> {
          try {
            if (failure.get() == null && stretch.isOurs() && work.isDone()) {
              stretch.done(record.kafkaOffset());
            }
          } catch (RuntimeException e) {
            fail(e instanceof KafkaException ? e.getMessage() : "a webhook was not delivered", e);
          }
        });
  }

  private boolean deliver(Progress.Stretch stretch, SinkRecord record, Webhook webhook)
      throws InterruptedException {
    Delivery delivery = courier.deliver(webhook, () -> stretch.isOurs() && failure.get() == null);
    return switch (delivery) {
      case Delivery.Delivered ignored -> {
        metrics.delivered();
        yield true;
      }
      case Delivery.CalledOff ignored -> false;
      case Delivery.EndpointGone ignored -> {
        fail("the endpoint answered 410: it wants no webhooks any more", null);
        yield false;
      }
      case Delivery.Undeliverable undeliverable ->
          bury(record, DeadLetter.Code.NOT_DELIVERED, undeliverable.why());
    };
  }

  private boolean bury(SinkRecord record, DeadLetter.Code code, String why)
      throws InterruptedException {
    deadLetters.write(record, new DeadLetter(code, stage, "", why));
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
    boolean dead = courier.endpointIsDead();
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
