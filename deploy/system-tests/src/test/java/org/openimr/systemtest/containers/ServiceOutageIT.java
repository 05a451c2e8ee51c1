package org.openimr.systemtest.containers;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openimr.event.ItemDecision;
import org.openimr.schemas.topic.Topic;

/** Letters in progress while a service is killed or cut off: each is published exactly once. */
@ExtendWith(ContainerStackExtension.class)
class ServiceOutageIT {
  private static final int LETTERS = 300;
  private static final int ITEMS = 2;

  @Test
  void losesAndDuplicatesNothingWhenServicesAreKilled(ContainerStack installation) {
    List<String> cases = ContainerTestLetters.cases(1, LETTERS).toList();
    ContainerTopicReader published = new ContainerTopicReader(installation.connection());

    CompletableFuture<Void> sending = send(installation, cases.subList(0, LETTERS / 2));
    published.awaitAll(Topic.DETERMINATIONS, cases.subList(0, 1));
    installation.enrich().killNow();
    installation.ingest().killNow();
    send(installation, cases.subList(LETTERS / 2, LETTERS)).join();
    sending.join();
    installation.enrich().restart();
    installation.ingest().restart();

    assertEachOnce(published, cases);
    assertReconciled(installation);
  }

  @Test
  void processesLettersReceivedDuringNetworkOutage(ContainerStack installation) {
    List<String> cases = ContainerTestLetters.cases(2, LETTERS).toList();
    ContainerTopicReader published = new ContainerTopicReader(installation.connection());

    CompletableFuture<Void> sending = send(installation, cases.subList(0, LETTERS / 2));
    published.awaitAll(Topic.DETERMINATIONS, cases.subList(0, 1));
    installation.enrich().disconnect(installation.network());
    send(installation, cases.subList(LETTERS / 2, LETTERS)).join();
    sending.join();
    published.awaitAll(Topic.LETTERS, cases);
    Set<String> readMeanwhile = published.determinations().keySet();
    installation.enrich().connect(installation.network());

    assertThat(readMeanwhile).doesNotContainAnyElementsOf(cases.subList(LETTERS / 2, LETTERS));
    assertEachOnce(published, cases);
    assertReconciled(installation);
  }

  private static CompletableFuture<Void> send(ContainerStack installation, List<String> cases) {
    return CompletableFuture.runAsync(
        () -> ContainerTestLetters.send(installation.connection(), cases.stream()));
  }

  private static void assertEachOnce(ContainerTopicReader published, List<String> cases) {
    published.awaitAll(Topic.DETERMINATIONS, cases);
    assertThat(counts(published.determinations(), cases.stream()))
        .as("determinations of each case")
        .isEqualTo(once(cases.stream()));
    Map<String, List<ItemDecision>> items = published.byKey(Topic.ITEM_DECISIONS);
    assertThat(counts(items, cases.stream().flatMap(ServiceOutageIT::itemKeys)))
        .as("decisions of each item")
        .isEqualTo(once(cases.stream().flatMap(ServiceOutageIT::itemKeys)));
  }

  /** Every letter is an event, a duplicate or a dead letter, and the database holds every event. */
  private static void assertReconciled(ContainerStack installation) {
    assertThat(installation.imr("reconcile", "--deep", "--wait", "180")).contains("no differences");
  }

  private static Map<String, Integer> counts(
      Map<String, ? extends List<?>> events, Stream<String> keys) {
    return keys.collect(
        toMap(Function.identity(), key -> events.containsKey(key) ? events.get(key).size() : 0));
  }

  private static Map<String, Integer> once(Stream<String> keys) {
    return keys.collect(toMap(Function.identity(), key -> 1));
  }

  private static Stream<String> itemKeys(String caseKey) {
    return Stream.iterate(1, number -> number <= ITEMS, number -> number + 1)
        .map(number -> caseKey + "#" + number);
  }
}
