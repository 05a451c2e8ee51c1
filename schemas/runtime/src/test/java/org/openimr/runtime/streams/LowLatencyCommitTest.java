package org.openimr.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commits of new letters and of a backlog. */
class LowLatencyCommitTest {
  /** Each test has its own day, so that the thread's last commit is long ago. */
  private static final AtomicLong DAY = new AtomicLong(20_000);

  private final long now = Duration.ofDays(DAY.incrementAndGet()).toMillis();
  private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
  private final LowLatencyCommit commit = new LowLatencyCommit(context);

  @BeforeEach
  void setClock() {
    context.setCurrentSystemTimeMs(now);
  }

  @Test
  void commitsNewLetterAtOnce() {
    commit.recordProcessed(now - 5);

    assertThat(context.committed()).isTrue();
  }

  @Test
  void leavesBacklogToCommitInterval() {
    commit.recordProcessed(now - Duration.ofDays(400).toMillis());

    assertThat(context.committed()).isFalse();
    assertThat(context.scheduledPunctuators()).isEmpty();
  }

  @Test
  void delaysCommitAfterRecentCommit() {
    commit.recordProcessed(now - 5);
    context.resetCommit();

    commit.recordProcessed(now);

    assertThat(context.committed()).isFalse();
    assertThat(context.scheduledPunctuators())
        .singleElement()
        .satisfies(
            later -> {
              assertThat(later.getInterval()).isLessThan(Duration.ofMillis(50));
              later.getPunctuator().punctuate(now + later.getInterval().toMillis());
              assertThat(later.cancelled()).isTrue();
            });
    assertThat(context.committed()).isTrue();
  }

  @Test
  void commitsBurstTogether() {
    commit.recordProcessed(now);
    for (int i = 0; i < 100; i++) {
      commit.recordProcessed(now);
    }

    assertThat(context.scheduledPunctuators()).hasSize(1);
  }
}
