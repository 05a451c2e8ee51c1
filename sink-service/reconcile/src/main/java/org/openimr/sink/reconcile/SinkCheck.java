package org.openimr.sink.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.openimr.sink.reconcile.ReconciliationReport.Events;
import org.openimr.sink.reconcile.ReconciliationReport.SinkCounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts of one sink against the events. */
final class SinkCheck {
  private static final Logger LOG = LoggerFactory.getLogger(SinkCheck.class);

  private final Waiting waiting;
  private final SinkUnderCheck sink;
  private final SinkCounts counts;
  private boolean silent;

  SinkCheck(Broker broker, SinkUnderCheck sink) {
    this.waiting = new Waiting(broker);
    this.sink = sink;
    this.counts = look();
  }

  SinkCounts counts() {
    return counts;
  }

  List<Difference> differences(Events events) {
    List<Difference> found = new ArrayList<>();
    if (silent) {
      found.add(Difference.ofCounts(sink.name(), 1, 0, "answers when it is looked at"));
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
      SinkCounts found = sink.holdings().get().map(this::held).orElse(held(false));
      return new SinkCounts(sink.name(), found.cases(), found.items(), behind || isBehind());
    } catch (RuntimeException e) {
      LOG.warn("the sink {} can't be looked at: {}", sink.name(), e.getClass().getSimpleName());
      silent = true;
      return held(behind);
    }
  }

  private SinkCounts held(Holdings opened) {
    try (Holdings holdings = opened) {
      return new SinkCounts(
          sink.name(), OptionalLong.of(holdings.cases()), OptionalLong.of(holdings.items()), false);
    }
  }

  private SinkCounts held(boolean isBehind) {
    return new SinkCounts(sink.name(), OptionalLong.empty(), OptionalLong.empty(), isBehind);
  }

  private boolean isBehind() {
    return sink.groups().stream().anyMatch(waiting::isAny);
  }

  private void compare(List<Difference> found, long expected, OptionalLong is, String what) {
    if (is.isPresent() && is.getAsLong() != expected) {
      found.add(Difference.ofCounts(sink.name(), expected, is.getAsLong(), what));
    }
  }
}
