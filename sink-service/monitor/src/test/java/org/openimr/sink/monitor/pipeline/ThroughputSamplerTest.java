package org.openimr.sink.monitor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.event.Outcome;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.sink.monitor.statistics.SampleDeterminations;
import org.openimr.sink.monitor.statistics.StatisticsTopologyFixture;
import org.openimr.sink.monitor.store.StatisticsView;
import org.openimr.sink.monitor.store.StubStores;

class ThroughputSamplerTest {
  private static final Map<TopicLag.Stage, Long> PENDING =
      Map.of(TopicLag.Stage.INGEST, 3L, TopicLag.Stage.ENRICH, 2L);

  @TempDir Path state;
  private final ManualClock clock = new ManualClock();
  private StatisticsTopologyFixture topology;
  private StubStores stores;
  private ThroughputSampler sampler;
  private long lettersIn;
  private boolean brokerAnswers = true;

  @BeforeEach
  void start() throws Exception {
    topology = new StatisticsTopologyFixture(state);
    stores = new StubStores(topology.view().stores());
    StatisticsView view =
        new StatisticsView(
            stores, EventSerdes.of(Map.of("schema.registry.url", "mock://statistics")));
    sampler = new ThroughputSampler(view, this::lag, clock);
  }

  @AfterEach
  void stop() {
    sampler.close();
    topology.close();
  }

  @Test
  void sampleHasTotalsDeadLettersAndLag() {
    publish(1);
    topology.deadLetter(
        new DeadLetterReason(DeadLetterReason.Code.NOT_A_LETTER, "enrich", "", "no heading"));
    lettersIn = 2;

    sampler.sample();

    assertThat(sampler.latest())
        .hasValueSatisfying(
            sample -> {
              assertThat(sample.sequence()).isEqualTo(1);
              assertThat(sample.ready()).isTrue();
              assertThat(sample.lettersIn()).isEqualTo(2);
              assertThat(sample.totals().determinations()).isEqualTo(1);
              assertThat(sample.deadLetters()).containsExactly(Map.entry("NOT_A_LETTER", 1L));
              assertThat(sample.underWay()).isEqualTo(Map.of("ingest", 3L, "enrich", 2L));
              assertThat(sample.lettersPerSecond()).isZero();
            });
  }

  @Test
  void ratesAreAveragesOverTheLastSamples() {
    sampler.sample();
    clock.advanceSeconds(2);
    lettersIn = 5;
    publish(1);

    sampler.sample();

    assertThat(latest().lettersPerSecond()).isEqualTo(2.5);
    assertThat(latest().determinationsPerSecond()).isEqualTo(0.5);
  }

  @Test
  void ratesReturnToZeroWithoutNewLetters() {
    sampler.sample();
    lettersIn = 100;
    for (int second = 0; second < 6; second++) {
      clock.advanceSeconds(1);
      sampler.sample();
    }

    assertThat(latest().lettersPerSecond()).isZero();
  }

  @Test
  void ratesAreNeverNegative() {
    lettersIn = 100;
    sampler.sample();
    clock.advanceSeconds(1);
    lettersIn = 0;

    sampler.sample();

    assertThat(latest().lettersPerSecond()).isZero();
  }

  @Test
  void keepsPreviousCountsWhilePartitionsAreReassigned() {
    publish(1);
    sampler.sample();
    stores.setAvailable(false);
    lettersIn = 7;
    clock.advanceSeconds(1);

    sampler.sample();

    assertThat(latest().ready()).isFalse();
    assertThat(latest().totals().determinations()).isEqualTo(1);
    assertThat(latest().lettersIn()).isEqualTo(7);
  }

  @Test
  void takesNoSampleIfTheBrokerDoesNotAnswer() {
    brokerAnswers = false;

    sampler.sample();

    assertThat(sampler.history()).isEmpty();
    assertThat(sampler.latest()).isEmpty();
  }

  @Test
  void keepsSamplesOfTwoMinutes() {
    for (int second = 0; second < 130; second++) {
      sampler.sample();
      clock.advanceSeconds(1);
    }

    assertThat(sampler.history())
        .hasSize(120)
        .extracting(ThroughputSample::sequence)
        .startsWith(11L)
        .endsWith(130L);
  }

  @Test
  void awaitReturnsTheNextSample() throws Exception {
    CompletableFuture<Optional<ThroughputSample>> next = awaitAfter(0);

    sampler.sample();

    assertThat(next.get()).isEqualTo(sampler.latest());
  }

  @Test
  void awaitEndsWhenTheSamplerIsClosed() throws Exception {
    sampler.sample();
    CompletableFuture<Optional<ThroughputSample>> next = awaitAfter(1);

    sampler.close();

    assertThat(next.get()).isEmpty();
  }

  private CompletableFuture<Optional<ThroughputSample>> awaitAfter(long sequence) {
    CompletableFuture<Optional<ThroughputSample>> next = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                next.complete(sampler.awaitAfter(sequence));
              } catch (InterruptedException e) {
                next.completeExceptionally(e);
              }
            });
    return next;
  }

  private ThroughputSample latest() {
    return sampler.latest().orElseThrow();
  }

  private void publish(int revision) {
    topology.publish(
        SampleDeterminations.of(
            "CM17-9000001",
            revision,
            LocalDate.of(2017, 2, 14),
            new SampleDeterminations.Item("Surgery", Outcome.UPHELD)));
  }

  private TopicLag.LagSnapshot lag() throws ExecutionException {
    if (!brokerAnswers) {
      throw new ExecutionException(new IllegalStateException("no broker"));
    }
    return new TopicLag.LagSnapshot(lettersIn, PENDING);
  }

  /** A clock that stands still until it is advanced. */
  private static final class ManualClock extends Clock {
    private Instant now = Instant.parse("2026-11-01T10:00:00Z");

    void advanceSeconds(long seconds) {
      now = now.plusSeconds(seconds);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
