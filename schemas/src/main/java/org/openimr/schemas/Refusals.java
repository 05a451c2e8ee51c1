package org.openimr.schemas;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;

/**
 * Records that the broker refused for what they are, and would refuse again.
 *
 * <p>A transaction with such a record can't be committed: it is rolled back, and its letters are
 * taken once more. Only what is remembered here tells that the letter of that record is to be a
 * dead letter this time; without it the same would go on for ever. A new process knows nothing of
 * it and finds out by one more roll back.
 *
 * <p>An entry is forgotten when it was not asked for in a while, so that a letter that is replayed
 * after the broker's settings were mended is tried anew.
 */
public final class Refusals {
  /** Key under which Streams hands this to its handlers. */
  public static final String SETTING = "imr.refusals";

  /** Longer than any roll back, the state's restoring included. */
  static final Duration KEPT = Duration.ofMinutes(5);

  private static final int MOST = 10_000;

  private final LongSupplier nanoTime;
  private final Map<Object, Refusal> refusals =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Refusal> eldest) {
          return size() > MOST;
        }
      };

  private record Refusal(DeadLetter.Code code, long until) {}

  public Refusals() {
    this(System::nanoTime);
  }

  Refusals(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Takes note of a record that was not produced, if that is because of what it is. */
  public synchronized void note(ProducerRecord<byte[], byte[]> refused, Exception failure) {
    Optional<DeadLetter.Code> code = code(failure);
    Object subject = subject(refused);
    if (code.isPresent() && subject != null) {
      refusals.put(subject, new Refusal(code.get(), until()));
    }
  }

  /** Why no event of a letter can be published, if one was refused lately. */
  public Optional<DeadLetter.Code> ofLetter(String letterId) {
    return of(letterId);
  }

  /** Whether the letter that stands there was refused even as a dead letter lately. */
  public boolean asDeadLetter(DeadLetter.Position position) {
    return of(position).isPresent();
  }

  private synchronized Optional<DeadLetter.Code> of(Object subject) {
    Refusal refusal = refusals.remove(subject);
    if (refusal == null || refusal.until() - nanoTime.getAsLong() < 0) {
      return Optional.empty();
    }
    refusals.put(subject, new Refusal(refusal.code(), until()));
    return Optional.of(refusal.code());
  }

  private long until() {
    return nanoTime.getAsLong() + KEPT.toNanos();
  }

  private static Optional<DeadLetter.Code> code(Exception failure) {
    return switch (failure) {
      case RecordTooLargeException ignored -> Optional.of(DeadLetter.Code.TOO_LARGE);
      case RecordBatchTooLargeException ignored -> Optional.of(DeadLetter.Code.TOO_LARGE);
      case InvalidRecordException ignored -> Optional.of(DeadLetter.Code.NOT_PUBLISHED);
      case InvalidTimestampException ignored -> Optional.of(DeadLetter.Code.NOT_PUBLISHED);
      default -> Optional.empty();
    };
  }

  /** The letter id of an event, by its {@code ce_id}; the position of a dead letter. */
  private static Object subject(ProducerRecord<byte[], byte[]> refused) {
    Headers headers = refused.headers();
    return Topic.DEAD_LETTERS.topicName().equals(refused.topic())
        ? DeadLetter.position(headers).orElse(null)
        : DeadLetter.text(headers, CloudEventHeaders.ID)
            .map(id -> id.indexOf('/') < 0 ? id : id.substring(0, id.indexOf('/')))
            .orElse(null);
  }
}
