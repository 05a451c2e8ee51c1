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
class CaseLanesTest {
  private static final TopicPartition PARTITION = new TopicPartition("events", 0);
  private final Progress progress = new Progress();
  private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void jobsOfACaseRunInTheirOrder() {
    try (CaseLanes lanes = new CaseLanes()) {
      IntStream.range(0, 500).forEach(i -> lanes.add(lane("a"), () -> done.add(i)));
      Awaitility.await().until(() -> done.size() == 500);
    }

    assertThat(done).isSorted();
  }

  @Test
  void aCaseDoesNotWaitForAnother() throws Exception {
    CountDownLatch other = new CountDownLatch(1);
    try (CaseLanes lanes = new CaseLanes()) {
      lanes.add(lane("a"), () -> new CountDownLatch(1).await());
      lanes.add(lane("b"), other::countDown);
      other.await();
    }
  }

  @Test
  void anEarlierAssignmentDoesNotHoldALaterOne() throws Exception {
    CountDownLatch later = new CountDownLatch(1);
    try (CaseLanes lanes = new CaseLanes()) {
      lanes.add(lane("a"), () -> new CountDownLatch(1).await());
      progress.drop(List.of(PARTITION));
      lanes.add(lane("a"), later::countDown);
      later.await();
    }
  }

  @Test
  void offsetsAreCommittedUpToTheFirstThatIsNotDone() {
    Progress.Stretch stretch = progress.begin(PARTITION, 5);
    progress.begin(PARTITION, 6);
    progress.begin(PARTITION, 9);

    stretch.done(6);
    assertThat(committable()).isEqualTo(5);
    stretch.done(5);
    assertThat(committable()).isEqualTo(9);
    stretch.done(9);
    assertThat(committable()).isEqualTo(10);
    assertThat(progress.outstanding()).isZero();
  }

  @Test
  void aPartitionThatWasTakenAwayHasNoSay() {
    Progress.Stretch before = progress.begin(PARTITION, 5);
    progress.drop(List.of(PARTITION));
    progress.begin(PARTITION, 5);

    before.done(5);

    assertThat(before.isOurs()).isFalse();
    assertThat(committable()).isEqualTo(5);
  }

  private long committable() {
    return progress.committable().get(PARTITION).offset();
  }

  private CaseLanes.Lane lane(String caseKey) {
    return new CaseLanes.Lane(progress.begin(PARTITION, 0), caseKey);
  }
}
