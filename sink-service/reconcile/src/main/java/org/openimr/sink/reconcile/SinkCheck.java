package org.openimr.sink.reconcile;

import java.util.ArrayList;
import java.util.List;
import org.openimr.sink.reconcile.ReconciliationReport.Events;
import org.openimr.sink.reconcile.ReconciliationReport.SinkCounts;

/** Counts of one sink against the events. */
final class SinkCheck {
  private final SinkCounts counts;

  /** Looks at the sink before its position: what comes in between then counts as on its way. */
  SinkCheck(Broker broker, SinkUnderCheck sink) {
    Waiting waiting = new Waiting(broker);
    boolean behindBefore = sink.groups().stream().anyMatch(waiting::isAny);
    try (Holdings holdings = sink.holdings().get()) {
      long cases = holdings.cases();
      long items = holdings.items();
      boolean behind = behindBefore || sink.groups().stream().anyMatch(waiting::isAny);
      this.counts = new SinkCounts(sink.name(), cases, items, behind);
    }
  }

  SinkCounts counts() {
    return counts;
  }

  List<Difference> differences(Events events) {
    List<Difference> found = new ArrayList<>();
    if (!counts.isBehind()) {
      compare(found, events.cases(), counts.cases(), "cases published, and cases held");
      compare(found, events.items(), counts.items(), "items published, and items held");
    }
    return found;
  }

  private void compare(List<Difference> found, long expected, long is, String what) {
    if (expected != is) {
      found.add(Difference.ofCounts(counts.name(), expected, is, what));
    }
  }
}
