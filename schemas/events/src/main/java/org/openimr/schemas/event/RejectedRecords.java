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
import org.openimr.schemas.topic.Topic;

/**
 * Records that the broker refused for what they are, and would refuse again.
 *
 * <p>A transaction with such a record can't be committed: it is rolled back, and its letters are
 * taken once more. Only what is remembered here tells that the letter of that record is to be a
 * dead letter this time; without it the same would go on for ever. A new process knows nothing of
 * it and finds out by one more roll back.
 *
 * <p>An entry holds for the place where its letter stood, and is forgotten when it was not asked
 * for in a while: a letter that is replayed after the broker's settings were mended is tried anew.
 */
public final class RejectedRecords {
  /** Key under which Streams hands this to its handlers. */
  public static final String SETTING = "imr.refusals";

  /** Longer than any roll back, the state's restoring included. */
  static final Duration RETENTION = Duration.ofMinutes(5);

  private static final int MAX_ENTRIES = 10_000;

  private final LongSupplier nanoTime;
  private final Map<Object, Rejection> refusals =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Rejection> eldest) {
          return size() > MAX_ENTRIES;
        }
      };

  /**
   * What was refused.
   *
   * @param places where its letter stood when it was asked for
   * @param isNew whether it was refused since it was last asked for
   */
  private record Rejection(
      DeadLetterReason.Code code,
      Set<DeadLetterReason.Position> places,
      boolean isNew,
      long until) {}

  public RejectedRecords() {
    this(System::nanoTime);
  }

  RejectedRecords(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Takes note of a record that was not produced, if that is because of what it is. */
  public synchronized void add(ProducerRecord<byte[], byte[]> refused, Exception failure) {
    Optional<DeadLetterReason.Code> code = code(failure);
    Object subject = subject(refused);
    if (code.isPresent() && subject != null) {
      Set<DeadLetterReason.Position> places =
          Optional.ofNullable(refusals.get(subject)).map(Rejection::places).orElse(Set.of());
      refusals.put(subject, new Rejection(code.get(), places, true, until()));
    }
  }

  /**
   * Why no event of a letter can be published, if one was refused lately.
   *
   * @param at where the letter stands: the same letter at another place, after a replay, is tried
   */
  public synchronized Optional<DeadLetterReason.Code> reasonForLetter(
      String letterId, DeadLetterReason.Position at) {
    return known(letterId)
        .filter(refusal -> refusal.isNew() || refusal.places().contains(at))
        .map(refusal -> seenAt(letterId, refusal, at));
  }

  /** Whether the letter that stands there was refused even as a dead letter lately. */
  public synchronized boolean isRejectedAsDeadLetter(DeadLetterReason.Position position) {
    return known(position).map(refusal -> seenAt(position, refusal, position)).isPresent();
  }

  private Optional<Rejection> known(Object subject) {
    return Optional.ofNullable(refusals.get(subject))
        .filter(refusal -> refusal.until() - nanoTime.getAsLong() >= 0);
  }

  private DeadLetterReason.Code seenAt(
      Object subject, Rejection refusal, DeadLetterReason.Position at) {
    Set<DeadLetterReason.Position> places = new HashSet<>(refusal.places());
    // where it was asked for before, the new refusal is that of another place
    boolean stillNew = !places.add(at) && refusal.isNew();
    refusals.put(subject, new Rejection(refusal.code(), places, stillNew, until()));
    return refusal.code();
  }

  private long until() {
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

  /** The letter id of an event, by its {@code ce_id}; the position of a dead letter. */
  private static Object subject(ProducerRecord<byte[], byte[]> refused) {
    Headers headers = refused.headers();
    return Topic.DEAD_LETTERS.topicName().equals(refused.topic())
        ? DeadLetterReason.position(headers).orElse(null)
        : DeadLetterReason.headerText(headers, CloudEventHeaders.ID)
            .map(id -> id.indexOf('/') < 0 ? id : id.substring(0, id.indexOf('/')))
            .orElse(null);
  }
}
