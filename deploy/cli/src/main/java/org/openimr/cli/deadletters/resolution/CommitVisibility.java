package org.openimr.cli.deadletters.resolution;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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
import org.openimr.schemas.settings.Settings;

/**
 * When readers of committed records see what a producer committed.
 *
 * <p>A commit is certain when the producer is told so, but the markers that let readers pass follow
 * a little later. Whoever looks right after it would still see what was before.
 */
final class CommitVisibility implements Callback, AutoCloseable {
  /** Beyond it, a broker is too slow to be waited for; what was committed is committed. */
  private static final Duration MAX_WAIT = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofMillis(10);

  private final Admin admin;
  private final Map<TopicPartition, Long> written = new ConcurrentHashMap<>();

  CommitVisibility(Settings settings) {
    this.admin = Admin.create(new HashMap<>(settings.kafka()));
  }

  /** Takes note of a record of the transaction. */
  @Override
  public void onCompletion(RecordMetadata at, Exception failed) {
    if (failed == null) {
      written.merge(new TopicPartition(at.topic(), at.partition()), at.offset(), Math::max);
    }
  }

  /** Returns when all that was written before the commit can be read, or patience is over. */
  void await() {
    long until = System.nanoTime() + MAX_WAIT.toNanos();
    while (!isVisible() && System.nanoTime() - until < 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    written.clear();
  }

  private boolean isVisible() {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    written.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
    try {
      Map<TopicPartition, ListOffsetsResultInfo> ends =
          admin
              .listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
              .all()
              .get();
      return written.entrySet().stream()
          .allMatch(last -> ends.get(last.getKey()).offset() > last.getValue());
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
