package org.openimr.sink.reconcile.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.reconcile.kafka.CommittedTopicReader;
import org.openimr.sink.reconcile.report.Discrepancy;
import org.openimr.sink.reconcile.report.ReconciliationReport.SinkCounts;
import org.openimr.sink.reconcile.spi.ReconciledSink;

/** Everything by key: letters, the four events of each case, and the rows of each sink. */
public final class KeyedReconciliation {
  private static final int LOOKS = 3;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final CommittedTopicReader broker;
  private final Settings settings;
  private final LetterCountCheck counts;
  private final List<ReconciledSink> sinks;
  private final List<SinkCounts> held;
  private final KeyRevisions cases = new KeyRevisions();
  private final KeyRevisions items = new KeyRevisions();
  private long caseCount;
  private long itemCount;

  public KeyedReconciliation(
      CommittedTopicReader broker,
      Settings settings,
      LetterCountCheck counts,
      List<ReconciledSink> sinks,
      List<SinkCounts> held) {
    this.broker = broker;
    this.settings = settings;
    this.counts = counts;
    this.sinks = sinks;
    this.held = held;
  }

  public List<Discrepancy> differences() {
    LetterTracer letters = new LetterTracer(broker, counts.ledgers());
    List<Discrepancy> found = new ArrayList<>(letters.rawDifferences());
    for (TopicPartition partition : broker.partitions(Topic.DETERMINATIONS.topicName())) {
      PublishedCaseScanner published =
          new PublishedCaseScanner(broker, settings, partition.partition());
      found.addAll(settled(published));
      published.cases().forEach((key, events) -> remember(key, events, letters));
    }
    found.addAll(letters.withoutDetermination());
    if (counts.letters().pending() + counts.letters().pendingRaw() == 0) {
      compare(found, LetterCountCheck.LETTERS, counts.events().cases(), caseCount, "cases");
      compare(found, LetterCountCheck.ITEMS, counts.events().items(), itemCount, "items");
    }
    Set<String> notNow =
        held.stream()
            .filter(counted -> counted.isBehind() || counted.cases().isEmpty())
            .map(SinkCounts::name)
            .collect(Collectors.toSet());
    for (ReconciledSink sink : sinks) {
      if (!notNow.contains(sink.name())) {
        found.addAll(new SinkRowCheck(broker, sink, cases, items).differences());
      }
    }
    return found;
  }

  /** The topics are not read in one instant: what differs is looked at again. */
  private static List<Discrepancy> settled(PublishedCaseScanner published) {
    published.read();
    List<Discrepancy> found = published.differences();
    for (int look = 1; look < LOOKS && !found.isEmpty(); look++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      published.read();
      found = published.differences();
    }
    return found;
  }

  private void remember(String key, CaseEventRevisions events, LetterTracer letters) {
    if (events.determination() > 0) {
      letters.markDetermined(key);
      caseCount++;
      cases.put(key, events.determination());
    }
    itemCount += events.items();
    for (int number = 1; number <= events.maxItems(); number++) {
      if (events.item(number) > 0) {
        items.put(key + "#" + number, events.item(number));
      }
    }
  }

  private static void compare(
      List<Discrepancy> found, String check, long counted, long there, String what) {
    if (counted != there) {
      found.add(
          Discrepancy.ofCounts(
              check, counted, there, what + " by the ledger, and " + what + " on the topics"));
    }
  }
}
