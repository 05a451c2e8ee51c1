package org.openimr.sink.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PerCaseExecutorTest {
  private static final TopicPartition PARTITION = new TopicPartition("events", 0);
  private final OffsetTracker offsets = new OffsetTracker();
  private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void runsJobsOfOneCaseInOrder() {
    try (PerCaseExecutor lanes = new PerCaseExecutor(failures::add)) {
      IntStream.range(0, 500).forEach(i -> lanes.submit(lane("a"), () -> done.add(i)));
      Awaitility.await().until(() -> done.size() == 500);
    }

    assertThat(done).isSorted();
  }

  @Test
  void runsCasesIndependently() throws Exception {
    CountDownLatch other = new CountDownLatch(1);
    try (PerCaseExecutor lanes = new PerCaseExecutor(failures::add)) {
      lanes.submit(lane("a"), () -> new CountDownLatch(1).await());
      lanes.submit(lane("b"), other::countDown);
      other.await();
    }
  }

  @Test
  void earlierAssignmentDoesNotBlockALaterOne() throws Exception {
    CountDownLatch later = new CountDownLatch(1);
    try (PerCaseExecutor lanes = new PerCaseExecutor(failures::add)) {
      lanes.submit(lane("a"), () -> new CountDownLatch(1).await());
      offsets.revoke(List.of(PARTITION));
      lanes.submit(lane("a"), later::countDown);
      later.await();
    }
  }

  @Test
  void continuesWithTheNextJobAfterAnError() {
    try (PerCaseExecutor lanes = new PerCaseExecutor(failures::add)) {
      PerCaseExecutor.LaneKey lane = lane("a");
      lanes.submit(
          lane,
          () -> {
            throw new AssertionError("synthetic");
          });
      lanes.submit(
          lane,
          () -> {
            throw new IllegalStateException("synthetic");
          });
      lanes.submit(lane, () -> done.add(1));

      Awaitility.await().until(() -> !done.isEmpty());
    }

    assertThat(failures)
        .hasExactlyElementsOfTypes(AssertionError.class, IllegalStateException.class);
  }

  @Test
  void commitsUpToTheFirstPendingOffset() {
    OffsetTracker.PartitionAssignment assignment = offsets.track(PARTITION, 5);
    offsets.track(PARTITION, 6);
    offsets.track(PARTITION, 9);

    assignment.complete(6);
    assertThat(committable()).isEqualTo(5);
    assignment.complete(5);
    assertThat(committable()).isEqualTo(9);
    assignment.complete(9);
    assertThat(committable()).isEqualTo(10);
    assertThat(offsets.outstanding()).isZero();
  }

  @Test
  void ignoresRevokedPartitions() {
    OffsetTracker.PartitionAssignment before = offsets.track(PARTITION, 5);
    offsets.revoke(List.of(PARTITION));
    offsets.track(PARTITION, 5);

    before.complete(5);

    assertThat(before.isAssigned()).isFalse();
    assertThat(committable()).isEqualTo(5);
  }

  private long committable() {
    return offsets.committable().get(PARTITION).offset();
  }

  private PerCaseExecutor.LaneKey lane(String caseKey) {
    return new PerCaseExecutor.LaneKey(offsets.track(PARTITION, 0), caseKey);
  }
}
