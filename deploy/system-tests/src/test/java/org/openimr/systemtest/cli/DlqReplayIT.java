package org.openimr.systemtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.deadletters.resolution.DeadLetterId;
import org.openimr.cli.deadletters.resolution.DeadLetterMetadata;
import org.openimr.cli.deadletters.resolution.DeadLetterResolution;
import org.openimr.cli.deadletters.resolution.ReplayTarget;
import org.openimr.cli.deadletters.resolution.ResolutionTransaction;
import org.openimr.cli.deadletters.resolution.TopicRecordReader;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.DeadLetterReason.Code;
import org.openimr.schemas.event.LetterPart;
import org.openimr.schemas.event.Sha256;
import org.openimr.schemas.ledger.RedeliveryMarker;
import org.openimr.schemas.topic.Topic;
import org.openimr.systemtest.cli.DeadLetterFixture.CommandOutput;

/** Nothing is put back twice, whatever ends a run and however many there are. */
class DlqReplayIT {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path folder;
  private DeadLetterFixture topics;

  @BeforeEach
  void start() throws Exception {
    topics = DeadLetterFixture.start(folder);
  }

  @AfterEach
  void stop() {
    topics.close();
  }

  @Test
  void replaysOriginalBytesToRawTopicOnce() {
    topics.refusedByIngest(Code.TOO_SLOW, "canary one", 1, NOON);
    topics.refusedByEnrich(Code.UNKNOWN_LAYOUT, "canary two", "CM17-0000002");

    CommandOutput dryRun = topics.dlq("replay", "--all-open", "--dry-run");
    assertThat(dryRun.exitCode()).isZero();
    assertThat(dryRun.out()).contains("2 would be replayed").contains("replay 2");
    assertThat(topics.replayed(Topic.LETTERS_RAW)).isEmpty();

    CommandOutput first = topics.dlq("replay", "--all-open", "--yes");
    CommandOutput second = topics.dlq("replay", "--all-open", "--yes");

    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).contains("2 replayed");
    assertThat(second.out()).contains("0 replayed");
    assertThat(topics.replayed(Topic.LETTERS_RAW))
        .extracting(DlqReplayIT::text)
        .containsExactlyInAnyOrder("canary one, replay 2", "canary two, replay 1");
    assertThat(topics.replayed(Topic.LETTERS_RAW))
        .allSatisfy(
            letter ->
                assertThat(letter.headers())
                    .noneMatch(
                        header ->
                            header.key().startsWith("imr.error.")
                                && !header.key().equals(DeadLetterReason.REPLAYS)));
  }

  @Test
  void replaysOnlyTheFailedLetterOfADocument() {
    DeadLetterId id =
        topics.refusedByEnrich(
            Code.NO_ITEMS, "three letters", "CM17-0000002", Optional.of(new LetterPart(2, 3)));

    assertThat(topics.dlq("list").out()).contains("letter 2/3");
    assertThat(topics.dlq("show", id.toString()).out())
        .contains("letter 2/3 of its document")
        .contains(Sha256.hex("three letters".getBytes(UTF_8)));
    assertThat(topics.dlq("replay", "--all-open", "--yes").exitCode()).isZero();

    assertThat(topics.replayed(Topic.LETTERS_RAW))
        .singleElement()
        .satisfies(
            raw -> {
              assertThat(text(raw)).isEqualTo("three letters, replay 1");
              assertThat(LetterPart.of(raw.headers())).contains(new LetterPart(2, 3));
            });
  }

  @Test
  void replaysRecordToFailedTopicWhenRawBytesAreGone() throws Exception {
    topics.refusedByEnrich(Code.NO_ITEMS, "canary", "CM17-0000001");
    topics.age(Topic.LETTERS_RAW);

    CommandOutput replay = topics.dlq("replay", "--all-open", "--yes");

    assertThat(replay.exitCode()).isZero();
    assertThat(replay.err()).contains("-> imr.letters.v1").contains("raw letter expired");
    assertThat(topics.replayed(Topic.LETTERS_RAW)).isEmpty();
    assertThat(topics.replayed(Topic.LETTERS))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(text(letter)).isEqualTo("event of canary, replay 1");
              assertThat(new String(letter.key(), UTF_8)).isEqualTo("CM17-0000001");
              assertThat(RedeliveryMarker.isMarked(letter.headers())).isTrue();
            });
  }

  @Test
  void restoresCaseOfEventThatASinkSkipped() {
    topics.skippedInSink("letter", Optional.of("event"));

    CommandOutput replay = topics.dlq("replay", "--all-open", "--yes");

    assertThat(replay.exitCode()).isZero();
    assertThat(replay.err()).contains("-> imr.letters.v1").contains("next revision of its case");
    assertThat(topics.replayed(Topic.LETTERS))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(text(letter))
                  .isEqualTo(Sha256.hex("letter".getBytes(UTF_8)) + " of letter, replay 1");
              assertThat(new String(letter.key(), UTF_8)).isEqualTo("CM17-0000003");
              assertThat(RedeliveryMarker.isMarked(letter.headers(), RedeliveryMarker.RESTORE))
                  .isTrue();
            });
  }

  @Test
  void saysWhySkippedEventsCannotBeRestored() throws Exception {
    topics.skippedInSink("letter", Optional.empty());
    assertThat(topics.dlq("replay", "--all-open", "--yes").err()).contains("removal of an item");

    topics.skippedInSink("letter", Optional.of("event"));
    topics.age(Topic.LETTERS);
    assertThat(topics.dlq("replay", "--all-open", "--yes").err()).contains("letter has expired");
  }

  @Test
  void replaysUndeliveredEventToItsEndpoint() {
    topics.refusedByWebhook("event");

    assertThat(topics.dlq("replay", "--all-open", "--yes").exitCode()).isZero();

    assertThat(topics.replayed(Topic.WEBHOOK_REDRIVE))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(text(event)).isEqualTo("event, replay 1");
              assertThat(DeadLetterReason.headerText(event.headers(), DeadLetterReason.STAGE))
                  .contains("sink:webhook:claims");
              assertThat(DeadLetterReason.position(event.headers()))
                  .contains(new DeadLetterReason.Position(Topic.DETERMINATIONS.topicName(), 7, 70));
            });
  }

  @Test
  void keepsLetterAtReplayLimit() {
    DeadLetterId looping = topics.refusedByIngest(Code.TOO_SLOW, "loop", 3, NOON);
    topics.refusedByIngest(Code.TOO_SLOW, "try again", 2, NOON);

    CommandOutput guarded = topics.dlq("replay", "--all-open", "--yes");

    assertThat(guarded.exitCode()).isEqualTo(ExitCode.FINDINGS);
    assertThat(guarded.out()).contains("1 replayed, 1 not replayable");
    assertThat(guarded.err()).contains(looping.toString()).contains("replayed 3 times");
    assertThat(topics.replayed(Topic.LETTERS_RAW))
        .extracting(DlqReplayIT::text)
        .containsExactly("try again, replay 3");
    assertThat(topics.dlq("replay", looping.toString(), "--yes", "--max-replays", "4").exitCode())
        .isZero();
  }

  @Test
  void resumesKilledRunWithoutDuplicates() {
    List<DeadLetterId> ids = refuse(250);
    killedAfter(150, ids);

    CommandOutput again = topics.dlq("replay", "--all-open", "--yes");

    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("150 replayed");
    assertEachIsBackOnce(250);
  }

  @Test
  void laterOfTwoConcurrentRunsTakesOver() {
    refuse(400);
    CompletableFuture<CommandOutput> one =
        CompletableFuture.supplyAsync(() -> topics.dlq("replay", "--all-open", "--yes"));
    CompletableFuture<CommandOutput> other =
        CompletableFuture.supplyAsync(() -> topics.dlq("replay", "--all-open", "--yes"));

    List<CommandOutput> both = List.of(one.join(), other.join());

    assertThat(both).anyMatch(run -> run.exitCode() == 0);
    assertThat(both)
        .allMatch(run -> run.exitCode() == 0 || run.err().contains("took over from this one"));
    assertThat(topics.dlq("replay", "--all-open", "--yes").out()).contains("0 replayed");
    assertEachIsBackOnce(400);
  }

  @Test
  void fencedRunReplaysNothing() {
    List<DeadLetterId> ids = refuse(2);
    try (ResolutionTransaction old = ResolutionTransaction.begin(topics.settings());
        TopicRecordReader records = TopicRecordReader.of(topics.settings())) {
      replay(records, ids.getFirst()).accept(old);
      assertThat(topics.dlq("replay", "--all-open", "--yes").out()).contains("2 replayed");

      assertThat(org.assertj.core.api.Assertions.catchThrowable(old::commit))
          .hasMessageContaining("took over");
    }
    assertEachIsBackOnce(2);
  }

  @Test
  void requiresSelectionAndConfirmation() {
    topics.refusedByIngest(Code.TOO_SLOW, "one", 0, NOON);

    assertThat(topics.dlq("replay", "--yes").exitCode()).isEqualTo(2);
    CommandOutput unasked = topics.dlq("replay", "--all-open");
    assertThat(unasked.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(unasked.err()).contains("--yes");
    assertThat(topics.replayed(Topic.LETTERS_RAW)).isEmpty();
  }

  @Test
  void discardedLetterIsResolvedWithReason() {
    DeadLetterId slow = topics.refusedByIngest(Code.TOO_SLOW, "one", 0, NOON);
    topics.refusedByIngest(Code.TOO_SLOW, "two", 0, NOON);
    topics.refusedByEnrich(Code.NO_ITEMS, "three", "CM17-0000001");
    CommandOutput dryRun =
        topics.dlq("discard", "--code", "TOO_SLOW", "--reason", "sent again", "--dry-run");
    assertThat(dryRun.out()).contains("2 would be discarded");
    assertThat(topics.dlq("discard", "--code", "TOO_SLOW", "--yes").exitCode()).isEqualTo(2);
    assertThat(topics.dlq("discard", "--reason", "none given", "--yes").exitCode()).isEqualTo(2);

    CommandOutput discard =
        topics.dlq("discard", "--code", "TOO_SLOW", "--reason", "sent again", "--yes");

    assertThat(discard.out()).contains("2 discarded");
    assertThat(topics.dlq("list", "--json").out().lines()).hasSize(1);
    assertThat(topics.dlq("list", "--json", "--all").out().lines()).hasSize(3);
    assertThat(topics.dlq("show", slow.toString()).out()).contains("discarded", "sent again");
    assertThat(topics.dlq("replay", "--all-open", "--yes").out()).contains("1 replayed");
    assertThat(topics.dlq("stats", "--json", "--stage", "ingest").out())
        .contains("\"open\":0")
        .contains("\"discarded\":2");
    assertThat(topics.dlq("stats", "--json", "--stage", "enrich").out()).contains("\"replayed\":1");
  }

  private List<DeadLetterId> refuse(int letters) {
    List<DeadLetterId> ids = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      ids.add(topics.refusedByIngest(Code.TOO_SLOW, "letter " + i, 0, NOON));
    }
    return ids;
  }

  /** A run that ends in the middle of its second transaction without a message. */
  private void killedAfter(int letters, List<DeadLetterId> ids) {
    List<Consumer<ResolutionTransaction>> replays = new ArrayList<>();
    try (TopicRecordReader records = TopicRecordReader.of(topics.settings())) {
      ids.subList(0, letters).forEach(id -> replays.add(replay(records, id)));
    }
    ResolutionTransaction killed = ResolutionTransaction.begin(topics.settings());
    // all is looked up before: a transaction lasts a minute at most, however busy the machine is
    replays.forEach(replay -> replay.accept(killed));
    killed.abandon();
  }

  private static Consumer<ResolutionTransaction> replay(
      TopicRecordReader records, DeadLetterId id) {
    ConsumerRecord<byte[], byte[]> dead =
        records
            .find(
                new DeadLetterReason.Position(
                    Topic.DEAD_LETTERS.topicName(), id.partition(), id.offset()))
            .orElseThrow();
    ReplayTarget.Replayable way = (ReplayTarget.Replayable) ReplayTarget.of(dead, records, 3);
    DeadLetterResolution settlement =
        DeadLetterResolution.replayed(
            DeadLetterMetadata.of(dead), Instant.now(), way.letter().topic());
    return run -> run.replay(id, settlement, way.letter());
  }

  private void assertEachIsBackOnce(int letters) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      expected.add("letter " + i + ", replay 1");
    }
    assertThat(topics.replayed(Topic.LETTERS_RAW))
        .extracting(DlqReplayIT::text)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String text(ConsumerRecord<byte[], byte[]> letter) {
    return new String(letter.value(), UTF_8)
        + ", replay "
        + DeadLetterReason.replayCount(letter.headers());
  }
}
