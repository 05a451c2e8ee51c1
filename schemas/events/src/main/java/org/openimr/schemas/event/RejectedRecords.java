package org.openimr.schemas.event;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.openimr.schemas.topic.Topic;

/**
 * Remembers records that the broker rejected for what they are, and would reject again.
 *
 * <p>A transaction with such a record can't be committed: it is rolled back, and its letters are
 * processed again. This memory makes the letter of the record a dead letter in the second attempt;
 * without it the transaction would be rolled back forever. A new process starts with an empty
 * memory and needs one more roll back.
 *
 * <p>An entry is valid for the position of its letter and expires if it is not used: a letter that
 * is replayed after the settings of the broker were fixed is tried again.
 */
public final class RejectedRecords {
  /** Configuration key under which Streams passes this object to its handlers. */
  public static final String SETTING = "imr.rejections";

  /** Longer than any roll back including state restoration. */
  static final Duration RETENTION = Duration.ofMinutes(5);

  private static final int MAX_ENTRIES = 10_000;

  private final LongSupplier nanoTime;
  private final Map<Object, Rejection> rejections =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Rejection> eldest) {
          return size() > MAX_ENTRIES;
        }
      };

  /**
   * A rejected record.
   *
   * @param positions of its letter in earlier queries
   * @param isNew whether it was rejected after the last query
   * @param untilNanos time at which the entry expires
   */
  private record Rejection(
      DeadLetterReason.Code code,
      Set<DeadLetterReason.Position> positions,
      boolean isNew,
      long untilNanos) {}

  public RejectedRecords() {
    this(System::nanoTime);
  }

  RejectedRecords(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Adds a record that was not produced, if the record itself is the cause. */
  public synchronized void add(ProducerRecord<byte[], byte[]> rejected, Exception failure) {
    Optional<DeadLetterReason.Code> code = code(failure);
    Object subject = subject(rejected);
    if (code.isPresent() && subject != null) {
      Set<DeadLetterReason.Position> positions =
          Optional.ofNullable(rejections.get(subject)).map(Rejection::positions).orElse(Set.of());
      rejections.put(subject, new Rejection(code.get(), positions, true, expiry()));
    }
  }

  /**
   * The reason why the events of a letter can't be published, if one was rejected recently.
   *
   * @param position of the letter: the same letter at another position, after a replay, is tried
   */
  public synchronized Optional<DeadLetterReason.Code> reasonForLetter(
      String letterId, DeadLetterReason.Position position) {
    return known(letterId)
        .filter(rejection -> rejection.isNew() || rejection.positions().contains(position))
        .map(rejection -> markSeen(letterId, rejection, position));
  }

  /** Whether the letter at a position was rejected recently even as a dead letter. */
  public synchronized boolean isRejectedAsDeadLetter(DeadLetterReason.Position position) {
    return known(position).map(rejection -> markSeen(position, rejection, position)).isPresent();
  }

  private Optional<Rejection> known(Object subject) {
    return Optional.ofNullable(rejections.get(subject))
        .filter(rejection -> rejection.untilNanos() - nanoTime.getAsLong() >= 0);
  }

  private DeadLetterReason.Code markSeen(
      Object subject, Rejection rejection, DeadLetterReason.Position position) {
    Set<DeadLetterReason.Position> positions = new HashSet<>(rejection.positions());
    // at a position of an earlier query, the new rejection is that of another position
    boolean stillNew = !positions.add(position) && rejection.isNew();
    rejections.put(subject, new Rejection(rejection.code(), positions, stillNew, expiry()));
    return rejection.code();
  }

  private long expiry() {
    return nanoTime.getAsLong() + RETENTION.toNanos();
  }

  private static Optional<DeadLetterReason.Code> code(Exception failure) {
    return switch (failure) {
      case RecordTooLargeException ignored -> Optional.of(DeadLetterReason.Code.TOO_LARGE);
      case RecordBatchTooLargeException ignored -> Optional.of(DeadLetterReason.Code.TOO_LARGE);
      case InvalidRecordException ignored -> Optional.of(DeadLetterReason.Code.NOT_PUBLISHED);
      case InvalidTimestampException ignored -> Optional.of(DeadLetterReason.Code.NOT_PUBLISHED);
      default -> Optional.empty();
    };
  }

  /** The letter id in the {@code ce_id} of an event, or the position of a dead letter. */
  private static @Nullable Object subject(ProducerRecord<byte[], byte[]> rejected) {
    Headers headers = rejected.headers();
    return Topic.DEAD_LETTERS.topicName().equals(rejected.topic())
        ? DeadLetterReason.position(headers).orElse(null)
        : DeadLetterReason.headerText(headers, CloudEventHeaders.ID)
            .map(id -> id.indexOf('/') < 0 ? id : id.substring(0, id.indexOf('/')))
            .orElse(null);
  }
}
