package org.openimr.cli.deadletters.resolution;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.openimr.schemas.settings.Settings;

/**
 * Waits until {@code read_committed} consumers see the records of a committed transaction.
 *
 * <p>The broker confirms a commit before it has written all transaction markers. A consumer that
 * reads in between still sees the state before the commit.
 */
final class CommitVisibility implements Callback, AutoCloseable {
  /** After this time the wait ends; the transaction is committed in any case. */
  private static final Duration MAX_WAIT = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofMillis(10);

  private final Admin admin;
  private final Map<TopicPartition, Long> written = new ConcurrentHashMap<>();

  CommitVisibility(Settings settings) {
    this.admin = Admin.create(new HashMap<>(settings.kafka()));
  }

  /** Records the offset of a record of the transaction. */
  @Override
  public void onCompletion(RecordMetadata metadata, @Nullable Exception exception) {
    if (exception == null) {
      written.merge(
          new TopicPartition(metadata.topic(), metadata.partition()), metadata.offset(), Math::max);
    }
  }

  /** Waits until all recorded offsets are readable, at most ten seconds. */
  void await() {
    long deadline = System.nanoTime() + MAX_WAIT.toNanos();
    while (!isVisible() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    written.clear();
  }

  private boolean isVisible() {
    Map<TopicPartition, OffsetSpec> requested = new HashMap<>();
    written.keySet().forEach(partition -> requested.put(partition, OffsetSpec.latest()));
    try {
      Map<TopicPartition, ListOffsetsResultInfo> ends =
          admin
              .listOffsets(requested, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
              .all()
              .get();
      return written.entrySet().stream()
          .allMatch(
              last -> Objects.requireNonNull(ends.get(last.getKey())).offset() > last.getValue());
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
