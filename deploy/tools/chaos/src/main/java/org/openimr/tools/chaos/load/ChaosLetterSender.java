package org.openimr.tools.chaos.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.ingest.source.producer.RawLetter;
import org.openimr.schemas.topic.Topic;
import org.openimr.tools.chaos.letter.ExpectationsFile;
import org.openimr.tools.chaos.letter.LetterSource;

/**
 * Sends the letters of a run at a given rate. The producer is idempotent and retries without limit,
 * so that a broker outage neither loses nor duplicates a letter.
 */
public final class ChaosLetterSender {
  private static final long SECOND = 1_000_000_000L;

  /** Maximum letters sent at once after a wait. */
  private static final int BURST = 20;

  private final SendRate rate;
  private final LetterSource letters;
  private final ExpectationsFile expectations;
  private final Map<String, Object> settings = new HashMap<>();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private volatile boolean done;
  private volatile boolean stopped;

  public ChaosLetterSender(
      SendRate rate,
      LetterSource letters,
      ExpectationsFile expectations,
      Map<String, String> kafka) {
    this.rate = rate;
    this.letters = letters;
    this.expectations = expectations;
    settings.putAll(kafka);
    settings.put("client.id", "imr-chaos-sender");
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("delivery.timeout.ms", Integer.toString(Integer.MAX_VALUE));
    settings.put("max.block.ms", Long.toString(Long.MAX_VALUE));
    settings.put("max.request.size", Integer.toString(Topic.MAX_RECORD_BYTES));
    settings.put("compression.type", "lz4");
    settings.put("linger.ms", "20");
    settings.put("batch.size", Integer.toString(256 << 10));
    settings.put("reconnect.backoff.max.ms", "200");
  }

  /** Letters that the broker acknowledged. */
  public int sent() {
    return sent.get();
  }

  /** Letters that the broker rejected. */
  public int failed() {
    return failed.get();
  }

  /** Whether every letter was acknowledged or rejected. */
  public boolean isDone() {
    return done;
  }

  /** Stops sending. */
  public void stop() {
    stopped = true;
  }

  /**
   * Sends all letters and returns when the broker has acknowledged them.
   *
   * @param completed supplies the number of letters processed so far
   */
  public void run(LongSupplier completed) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings, bytes, bytes)) {
      double due = System.nanoTime();
      for (int index = 0; index < rate.letters() && !stopped; index++) {
        due =
            Math.max(due, System.nanoTime() - BURST * SECOND / rate.perSecond())
                + SECOND / rate.perSecond();
        await(due, index, completed);
        send(producer, letters.letter(index));
      }
      producer.flush();
    }
    expectations.close();
    done = true;
  }

  private void await(double due, int index, LongSupplier completed) {
    while ((System.nanoTime() < due || index - completed.getAsLong() > rate.maxInFlight())
        && !stopped) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  private void send(KafkaProducer<byte[], byte[]> producer, LetterSource.OutgoingLetter letter) {
    expectations.add(letter.sent());
    // The callback counts acknowledgements and failures.
    var unused =
        producer.send(
            new ProducerRecord<>(
                Topic.LETTERS_RAW.topicName(),
                null,
                letter.sent().rawKey().getBytes(UTF_8),
                letter.bytes(),
                List.of(
                    new RecordHeader(RawLetter.NAME_HEADER, letter.sent().name().getBytes(UTF_8)))),
            (metadata, failure) -> (failure == null ? sent : failed).incrementAndGet());
  }
}
