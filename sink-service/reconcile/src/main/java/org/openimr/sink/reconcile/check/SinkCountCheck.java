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

/** Counts of one sink against the events. */
public final class SinkCountCheck {
  private static final Logger LOG = LoggerFactory.getLogger(SinkCountCheck.class);

  private final ConsumerLag waiting;
  private final ReconciledSink sink;
  private final SinkCounts counts;
  private boolean silent;

  public SinkCountCheck(CommittedTopicReader broker, ReconciledSink sink) {
    this.waiting = new ConsumerLag(broker);
    this.sink = sink;
    this.counts = look();
  }

  public SinkCounts counts() {
    return counts;
  }

  public List<Discrepancy> differences(EventTotals events) {
    List<Discrepancy> found = new ArrayList<>();
    if (silent) {
      found.add(Discrepancy.ofCounts(sink.name(), 1, 0, "answers when it is looked at"));
    }
    if (!counts.isBehind()) {
      compare(found, events.cases(), counts.cases(), "cases published, and cases held");
      compare(found, events.items(), counts.items(), "items published, and items held");
    }
    return found;
  }

  /** Before and after, for what comes in between is on its way. */
  private SinkCounts look() {
    boolean behind = isBehind();
    try {
      SinkCounts found = sink.inventory().get().map(this::held).orElse(held(false));
      return new SinkCounts(sink.name(), found.cases(), found.items(), behind || isBehind());
    } catch (RuntimeException e) {
      LOG.warn("the sink {} can't be looked at: {}", sink.name(), e.getClass().getSimpleName());
      silent = true;
      return held(behind);
    }
  }

  private SinkCounts held(SinkInventory opened) {
    try (SinkInventory holdings = opened) {
      return new SinkCounts(
          sink.name(), OptionalLong.of(holdings.cases()), OptionalLong.of(holdings.items()), false);
    }
  }

  private SinkCounts held(boolean isBehind) {
    return new SinkCounts(sink.name(), OptionalLong.empty(), OptionalLong.empty(), isBehind);
  }

  private boolean isBehind() {
    return sink.groups().stream().anyMatch(waiting::hasLag);
  }

  private void compare(List<Discrepancy> found, long expected, OptionalLong is, String what) {
    if (is.isPresent() && is.getAsLong() != expected) {
      found.add(Discrepancy.ofCounts(sink.name(), expected, is.getAsLong(), what));
    }
  }
}
