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

/** Compares letters, the four events of each case, and the rows of each sink by key. */
public final class KeyedReconciliation {
  private static final int MAX_READS = 3;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final CommittedTopicReader broker;
  private final Settings settings;
  private final LetterCountCheck counts;
  private final List<ReconciledSink> sinks;
  private final List<SinkCounts> sinkCounts;
  private final KeyRevisions cases = new KeyRevisions();
  private final KeyRevisions items = new KeyRevisions();
  private long caseCount;
  private long itemCount;

  public KeyedReconciliation(
      CommittedTopicReader broker,
      Settings settings,
      LetterCountCheck counts,
      List<ReconciledSink> sinks,
      List<SinkCounts> sinkCounts) {
    this.broker = broker;
    this.settings = settings;
    this.counts = counts;
    this.sinks = sinks;
    this.sinkCounts = sinkCounts;
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
    Set<String> incomparable =
        sinkCounts.stream()
            .filter(counted -> counted.isBehind() || counted.cases().isEmpty())
            .map(SinkCounts::name)
            .collect(Collectors.toSet());
    for (ReconciledSink sink : sinks) {
      if (!incomparable.contains(sink.name())) {
        found.addAll(new SinkRowCheck(broker, sink, cases, items).differences());
      }
    }
    return found;
  }

  /** Reads again before reporting differences, because the topics are not read atomically. */
  private static List<Discrepancy> settled(PublishedCaseScanner published) {
    published.read();
    List<Discrepancy> found = published.differences();
    for (int read = 1; read < MAX_READS && !found.isEmpty(); read++) {
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
      List<Discrepancy> differences, String check, long counted, long found, String what) {
    if (counted != found) {
      differences.add(
          Discrepancy.ofCounts(
              check, counted, found, what + " by the ledger, and " + what + " on the topics"));
    }
  }
}
