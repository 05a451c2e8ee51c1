package org.openimr.sink.reconcile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import org.openimr.sink.reconcile.ReconciliationReport.SinkCounts;

/** Everything by key: letters, the four events of each case, and the rows of each sink. */
final class DeepCheck {
  private static final int LOOKS = 3;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Broker broker;
  private final Settings settings;
  private final LetterCounts counts;
  private final List<SinkUnderCheck> sinks;
  private final List<SinkCounts> held;
  private final KeyRevisions cases = new KeyRevisions();
  private final KeyRevisions items = new KeyRevisions();
  private long caseCount;
  private long itemCount;

  DeepCheck(
      Broker broker,
      Settings settings,
      LetterCounts counts,
      List<SinkUnderCheck> sinks,
      List<SinkCounts> held) {
    this.broker = broker;
    this.settings = settings;
    this.counts = counts;
    this.sinks = sinks;
    this.held = held;
  }

  List<Difference> differences() {
    LetterTrail letters = new LetterTrail(broker, counts.ledgers());
    List<Difference> found = new ArrayList<>(letters.rawDifferences());
    for (TopicPartition partition : broker.partitions(Topic.DETERMINATIONS.topicName())) {
      PublishedCases published = new PublishedCases(broker, settings, partition.partition());
      found.addAll(settled(published));
      published.cases().forEach((key, events) -> remember(key, events, letters));
    }
    found.addAll(letters.withoutDetermination());
    if (counts.letters().waiting() + counts.letters().waitingRaw() == 0) {
      compare(found, LetterCounts.LETTERS, counts.events().cases(), caseCount, "cases");
      compare(found, LetterCounts.ITEMS, counts.events().items(), itemCount, "items");
    }
    Set<String> notNow =
        held.stream()
            .filter(counted -> counted.isBehind() || counted.cases().isEmpty())
            .map(SinkCounts::name)
            .collect(Collectors.toSet());
    for (SinkUnderCheck sink : sinks) {
      if (!notNow.contains(sink.name())) {
        found.addAll(new SinkRows(broker, sink, cases, items).differences());
      }
    }
    return found;
  }

  /** The topics are not read in one instant: what differs is looked at again. */
  private static List<Difference> settled(PublishedCases published) {
    published.read();
    List<Difference> found = published.differences();
    for (int look = 1; look < LOOKS && !found.isEmpty(); look++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      published.read();
      found = published.differences();
    }
    return found;
  }

  private void remember(String key, CaseEvents events, LetterTrail letters) {
    if (events.determination() > 0) {
      letters.hasDetermination(key);
      caseCount++;
      cases.put(key, events.determination());
    }
    itemCount += events.items();
    for (int number = 1; number <= events.mostItems(); number++) {
      if (events.item(number) > 0) {
        items.put(key + "#" + number, events.item(number));
      }
    }
  }

  private static void compare(
      List<Difference> found, String check, long counted, long there, String what) {
    if (counted != there) {
      found.add(
          Difference.ofCounts(
              check, counted, there, what + " by the ledger, and " + what + " on the topics"));
    }
  }
}
