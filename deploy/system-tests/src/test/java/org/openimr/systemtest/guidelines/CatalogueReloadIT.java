package org.openimr.systemtest.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.enrich.EnrichService;
import org.openimr.enrich.LetterCounts;
import org.openimr.enrich.guideline.GuidelineTopicClient;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.event.Determination;
import org.openimr.schemas.settings.Settings;
import org.openimr.testkit.pipeline.PipelineFixture;

/** The catalogue changes while a thousand letters a second run through. */
class CatalogueReloadIT {
  private static final int TEXTS = 200;
  private static final int BEFORE_THE_FIRST_CHANGE = 1_000;
  private static final long LIMIT_MILLIS = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  @RegisterExtension
  final PipelineFixture pipeline = PipelineFixture.embedded().withTopics().withSchemas();

  @TempDir Path folder;
  private final AlternatingCatalogues catalogues = new AlternatingCatalogues(TEXTS);
  private final List<Seen> seen = new ArrayList<>();

  /** A determination: when its letter was sent, when it was read, and by which catalogue it is. */
  private record Seen(String key, long sentAt, long readAt, int catalogue) {}

  /** A load of a catalogue, from its start to the commit. */
  private record Load(long begun, long done, int catalogue) {}

  /** One, and within how many milliseconds of its commit it is to show. */
  private record Change(Load load, long limit) {}

  @Test
  void appliesCatalogueChangeAtomicallyUnderLoad() throws Exception {
    Settings settings = pipeline.connection();
    load(settings, AlternatingCatalogues.OTHER);
    try (EnrichService enrich = startEnrich()) {
      await().atMost(PATIENCE).until(enrich::isReady);

      List<Change> changes = run(settings);

      await()
          .atMost(PATIENCE)
          .until(enrich::letterCounts, new LetterCounts(seen.size(), 0, 0)::equals);
      assertThat(seen).extracting(Seen::key).doesNotHaveDuplicates();
      assertThat(seen).noneMatch(letter -> letter.catalogue() == AlternatingCatalogues.NEITHER);
      assertThat(seen)
          .filteredOn(letter -> letter.readAt() < changes.getFirst().load().begun())
          .isNotEmpty()
          .allMatch(letter -> letter.catalogue() == AlternatingCatalogues.OTHER);
      showsInTime(changes.getFirst(), changes.getLast().load().begun());
      showsInTime(changes.getLast(), Long.MAX_VALUE);
    }
  }

  /**
   * The first event by the new catalogue comes in time, and letters that are sent later than that,
   * and read before the next change, are all by it. In time is two seconds more than letters take
   * anyway, which on a busy machine may be long.
   */
  private void showsInTime(Change change, long nextChange) {
    Load load = change.load();
    long firstRead =
        seen.stream()
            .filter(letter -> letter.catalogue() == load.catalogue())
            .mapToLong(Seen::readAt)
            .filter(readAt -> readAt >= load.begun())
            .min()
            .orElseThrow();
    assertThat(firstRead - load.done()).as("ms to the first event").isLessThan(change.limit());
    assertThat(seen)
        .filteredOn(letter -> letter.sentAt() >= load.done() + change.limit())
        .filteredOn(letter -> letter.readAt() <= nextChange)
        .isNotEmpty()
        .allMatch(letter -> letter.catalogue() == load.catalogue());
  }

  private long limitMillis() {
    return LIMIT_MILLIS
        + seen.stream().mapToLong(letter -> letter.readAt() - letter.sentAt()).max().orElseThrow();
  }

  /** Two changes while letters flow, each when the one before has had its time. */
  private List<Change> run(Settings settings) throws Exception {
    try (PacedLetterSender flow = new PacedLetterSender(settings, catalogues.texts());
        DeterminationConsumer determinations = new DeterminationConsumer(settings)) {
      flow.start();
      read(flow, determinations, () -> seen.size() >= BEFORE_THE_FIRST_CHANGE);
      Change first = change(settings, AlternatingCatalogues.SHIPPED, flow, determinations);
      Change second = change(settings, AlternatingCatalogues.OTHER, flow, determinations);
      int sent = flow.stop();
      read(flow, determinations, () -> seen.size() >= sent);
      return List.of(first, second);
    }
  }

  /** Reads on until letters have come that were sent well after it. */
  private Change change(
      Settings settings,
      int catalogue,
      PacedLetterSender flow,
      DeterminationConsumer determinations) {
    CompletableFuture<Load> change = CompletableFuture.supplyAsync(() -> load(settings, catalogue));
    read(flow, determinations, change::isDone);
    Load load = change.join();
    read(
        flow,
        determinations,
        () -> seen.getLast().sentAt() >= load.done() + limitMillis() + LIMIT_MILLIS);
    return new Change(load, limitMillis());
  }

  private void read(
      PacedLetterSender flow, DeterminationConsumer determinations, BooleanSupplier isEnough) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!isEnough.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%d letters were read", seen.size()).isLessThan(giveUp);
      determinations.poll().forEach(event -> seen.add(seen(flow, event)));
      flow.taken(seen.size());
    }
  }

  private Seen seen(PacedLetterSender flow, ConsumerRecord<String, Determination> event) {
    int catalogue = catalogues.madeBy(flow.textOf(event.key()), event.value());
    return new Seen(event.key(), event.timestamp(), System.currentTimeMillis(), catalogue);
  }

  private Load load(Settings settings, int catalogue) {
    long begun = System.currentTimeMillis();
    new GuidelineTopicClient(settings).load(catalogues.entries(catalogue));
    return new Load(begun, System.currentTimeMillis(), catalogue);
  }

  private EnrichService startEnrich() {
    Map<String, String> settings =
        Map.of(
            EnrichService.STATE_DIRECTORY.key(),
            folder.resolve("enrich").toString(),
            EnrichService.HTTP_PORT.key(),
            "0");
    return EnrichService.start(
        pipeline.settings(EnrichService.SETTINGS, settings), LetterInterpreter.standard());
  }
}
