package org.openimr.sink.reconcile.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.openimr.sink.reconcile.kafka.CommittedTopicReader;
import org.openimr.sink.reconcile.kafka.ConsumerLag;
import org.openimr.sink.reconcile.report.Discrepancy;
import org.openimr.sink.reconcile.report.ReconciliationReport.EventTotals;
import org.openimr.sink.reconcile.report.ReconciliationReport.SinkCounts;
import org.openimr.sink.reconcile.spi.ReconciledSink;
import org.openimr.sink.reconcile.spi.SinkInventory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the counts of one sink with those of the events. */
public final class SinkCountCheck {
  private static final Logger LOG = LoggerFactory.getLogger(SinkCountCheck.class);

  private final ConsumerLag lag;
  private final ReconciledSink sink;
  private final SinkCounts counts;
  private boolean isUnavailable;

  public SinkCountCheck(CommittedTopicReader broker, ReconciledSink sink) {
    this.lag = new ConsumerLag(broker);
    this.sink = sink;
    this.counts = count();
  }

  public SinkCounts counts() {
    return counts;
  }

  public List<Discrepancy> differences(EventTotals events) {
    List<Discrepancy> found = new ArrayList<>();
    if (isUnavailable) {
      found.add(Discrepancy.ofCounts(sink.name(), 1, 0, "availability of the sink"));
    }
    if (!counts.isBehind()) {
      compare(found, events.cases(), counts.cases(), "cases published, and cases in the sink");
      compare(found, events.items(), counts.items(), "items published, and items in the sink");
    }
    return found;
  }

  /** Checks the lag before and after counting, because events may arrive in between. */
  private SinkCounts count() {
    boolean behind = isBehind();
    try {
      SinkCounts found = sink.inventory().get().map(this::countsOf).orElse(countsOf(false));
      return new SinkCounts(sink.name(), found.cases(), found.items(), behind || isBehind());
    } catch (RuntimeException e) {
      LOG.warn(
          "counting the rows of sink {} failed: {}", sink.name(), e.getClass().getSimpleName());
      isUnavailable = true;
      return countsOf(behind);
    }
  }

  private SinkCounts countsOf(SinkInventory opened) {
    try (SinkInventory inventory = opened) {
      return new SinkCounts(
          sink.name(),
          OptionalLong.of(inventory.cases()),
          OptionalLong.of(inventory.items()),
          false);
    }
  }

  private SinkCounts countsOf(boolean isBehind) {
    return new SinkCounts(sink.name(), OptionalLong.empty(), OptionalLong.empty(), isBehind);
  }

  private boolean isBehind() {
    return sink.groups().stream().anyMatch(lag::hasLag);
  }

  private void compare(List<Discrepancy> found, long expected, OptionalLong actual, String what) {
    if (actual.isPresent() && actual.getAsLong() != expected) {
      found.add(Discrepancy.ofCounts(sink.name(), expected, actual.getAsLong(), what));
    }
  }
}
