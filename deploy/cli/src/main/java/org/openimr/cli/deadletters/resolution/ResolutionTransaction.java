package org.openimr.cli.deadletters.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.cli.console.CliException;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/**
 * The transactions of a run that resolves dead letters.
 *
 * <p>A replayed record and its resolution are written in one transaction, and all runs share one
 * transactional id: a new run fences the previous one, aborts its open transaction and then sees
 * all committed resolutions. Therefore no dead letter is replayed twice, however runs end or
 * overlap.
 */
public final class ResolutionTransaction implements AutoCloseable {
  static final String TRANSACTIONAL_ID = "imr-dlq";

  private static final int MAX_RECORDS = 100;
  private static final long MAX_BYTES = 16L * 1024 * 1024;
  private static final String MAX_BLOCK_MS = "20000";
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final KafkaProducer<byte[], byte[]> producer;
  private final CommitVisibility visibility;
  private int records;
  private long bytes;
  private boolean open;

  private ResolutionTransaction(
      KafkaProducer<byte[], byte[]> producer, CommitVisibility visibility) {
    this.producer = producer;
    this.visibility = visibility;
  }

  /** Begins a run and fences the previous one, if it is active. */
  public static ResolutionTransaction begin(Settings settings) {
    Map<String, Object> kafka = new HashMap<>(settings.kafka());
    kafka.put("transactional.id", TRANSACTIONAL_ID);
    kafka.put("compression.type", "lz4");
    kafka.put("max.request.size", Integer.toString(Topic.MAX_DEAD_LETTER_BYTES));
    kafka.put("buffer.memory", Long.toString(2L * Topic.MAX_DEAD_LETTER_BYTES));
    kafka.putIfAbsent("max.block.ms", MAX_BLOCK_MS);
    ByteArraySerializer serializer = new ByteArraySerializer();
    KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(kafka, serializer, serializer);
    try {
      producer.initTransactions();
      return new ResolutionTransaction(producer, new CommitVisibility(settings));
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  /** Writes a replayed letter and the resolution of its dead letter, with the next commit. */
  public void replay(
      DeadLetterId id, DeadLetterResolution resolution, ProducerRecord<byte[], byte[]> letter) {
    attempt(
        () -> {
          ensureOpen();
          // a failed send also fails the commit
          var unused = producer.send(letter, visibility);
          bytes += letter.value() == null ? 0 : letter.value().length;
          mark(id, resolution);
        });
  }

  /** Writes the resolution of a discarded dead letter, with the next commit. */
  public void discard(DeadLetterId id, DeadLetterResolution resolution) {
    attempt(
        () -> {
          ensureOpen();
          mark(id, resolution);
        });
  }

  /** Commits pending records and waits until consumers see them. */
  public void commit() {
    if (open) {
      attempt(producer::commitTransaction);
      open = false;
      visibility.await();
    }
  }

  /** Ends without commit or abort, as a killed process does. */
  public void abandon() {
    producer.flush();
    producer.close(Duration.ZERO);
    visibility.close();
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
    visibility.close();
  }

  private void ensureOpen() {
    if (!open) {
      producer.beginTransaction();
      open = true;
      records = 0;
      bytes = 0;
    }
  }

  private void mark(DeadLetterId id, DeadLetterResolution resolution) {
    // a failed send also fails the commit
    var unused =
        producer.send(
            new ProducerRecord<>(
                Topic.DEAD_LETTERS_SETTLED.topicName(),
                id.toString().getBytes(UTF_8),
                resolution.toBytes()),
            visibility);
    records++;
    if (records >= MAX_RECORDS || bytes >= MAX_BYTES) {
      commit();
    }
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (KafkaException e) {
      throw isFenced(e)
          ? new CliException("Another run of imr dlq took over from this one.", e)
          : new CliException(
              "The broker rejected the write (%s). Committed records stay; repeat the command for the rest."
                  .formatted(e.getClass().getSimpleName()),
              e);
    }
  }

  private static boolean isFenced(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException) {
        return true;
      }
    }
    return false;
  }
}
