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
 * The one run that settles dead letters now.
 *
 * <p>What is put back and the mark that it was are one transaction, and all runs have the same
 * transactional id: a run that begins ends the one before it, whose open transaction is rolled
 * back, and then sees all marks that were ever committed. So whatever ends a run, and however many
 * are started, nothing is put back twice.
 */
public final class ResolutionTransaction implements AutoCloseable {
  static final String TRANSACTIONAL_ID = "imr-dlq";

  private static final int MOST_RECORDS = 100;
  private static final long MOST_BYTES = 16L * 1024 * 1024;
  private static final String ANSWER_LIMIT_MILLIS = "20000";
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final KafkaProducer<byte[], byte[]> producer;
  private final CommitVisibility readable;
  private int records;
  private long bytes;
  private boolean open;

  private ResolutionTransaction(KafkaProducer<byte[], byte[]> producer, CommitVisibility readable) {
    this.producer = producer;
    this.readable = readable;
  }

  /** Begins, and ends the run that is under way, if any. */
  public static ResolutionTransaction begin(Settings settings) {
    Map<String, Object> kafka = new HashMap<>(settings.kafka());
    kafka.put("transactional.id", TRANSACTIONAL_ID);
    kafka.put("compression.type", "lz4");
    kafka.put("max.request.size", Integer.toString(Topic.MAX_DEAD_LETTER_BYTES));
    kafka.put("buffer.memory", Long.toString(2L * Topic.MAX_DEAD_LETTER_BYTES));
    kafka.putIfAbsent("max.block.ms", ANSWER_LIMIT_MILLIS);
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

  /** Puts a letter back and marks its dead letter, with the next commit. */
  public void replay(
      DeadLetterId id, DeadLetterResolution settlement, ProducerRecord<byte[], byte[]> letter) {
    attempt(
        () -> {
          ensureOpen();
          producer.send(letter, readable);
          bytes += letter.value() == null ? 0 : letter.value().length;
          mark(id, settlement);
        });
  }

  /** Marks a dead letter only. */
  public void discard(DeadLetterId id, DeadLetterResolution settlement) {
    attempt(
        () -> {
          ensureOpen();
          mark(id, settlement);
        });
  }

  /** Commits what is not yet; after it, no run does the same again, and whoever reads sees it. */
  public void commit() {
    if (open) {
      attempt(producer::commitTransaction);
      open = false;
      readable.await();
    }
  }

  /** Ends as if the process had been killed: the broker is told nothing. */
  public void abandon() {
    producer.flush();
    producer.close(Duration.ZERO);
    readable.close();
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
    readable.close();
  }

  private void ensureOpen() {
    if (!open) {
      producer.beginTransaction();
      open = true;
      records = 0;
      bytes = 0;
    }
  }

  private void mark(DeadLetterId id, DeadLetterResolution settlement) {
    producer.send(
        new ProducerRecord<>(
            Topic.DEAD_LETTERS_SETTLED.topicName(),
            id.toString().getBytes(UTF_8),
            settlement.toBytes()),
        readable);
    records++;
    if (records >= MOST_RECORDS || bytes >= MOST_BYTES) {
      commit();
    }
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (KafkaException e) {
      throw isFenced(e)
          ? new CliException("Another run of imr dlq has begun and took over from this one.", e)
          : new CliException(
              "The broker did not take it (%s); what was committed stays. Run it again for the rest."
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
