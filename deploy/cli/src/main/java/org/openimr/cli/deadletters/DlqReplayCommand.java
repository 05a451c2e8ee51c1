package org.openimr.cli.deadletters;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.console.ProgressLine;
import org.openimr.cli.deadletters.resolution.DeadLetterMetadata;
import org.openimr.cli.deadletters.resolution.DeadLetterResolution;
import org.openimr.cli.deadletters.resolution.ReplayTarget;
import org.openimr.cli.deadletters.resolution.ResolutionIndex;
import org.openimr.cli.deadletters.resolution.ResolutionTransaction;
import org.openimr.cli.deadletters.resolution.TopicRecordReader;
import org.openimr.cli.options.ConfirmationOptions;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.topic.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr dlq replay}. */
@Command(
    name = "replay",
    description =
        "Replay open dead letters: write their original bytes to the raw topic, each once.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "An interrupted run can be repeated: no dead letter is replayed twice. If two runs overlap,"
          + " the",
      "later one takes over. If the raw topic (30 days) no longer holds the bytes, the failed"
          + " record",
      "is written to the topic on which it failed. A delivery rejected by a webhook's endpoint is",
      "sent to that endpoint again.",
      "",
      "Examples:",
      "  imr dlq replay --code UNKNOWN_LAYOUT --dry-run",
      "  imr dlq replay --code UNKNOWN_LAYOUT,NO_ITEMS --until 2026-11-20",
      "  imr dlq replay 3-17 3-18 --yes",
      "",
      "Exit code 1: some dead letters cannot be replayed; standard error lists them with reasons."
    })
final class DlqReplayCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private DeadLetterCluster cluster;
  @Mixin private DeadLetterSelection selection;
  @Mixin private ConfirmationOptions confirmation;

  @Option(
      names = "--max-replays",
      paramLabel = "N",
      defaultValue = "3",
      description = "Do not replay a letter more often than this. Default: ${DEFAULT-VALUE}.")
  private int maxReplays;

  private long replayed;
  private long notReplayable;

  DlqReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    selection.requireSelection();
    if (confirmation.isPreviewNeeded()) {
      cluster.query(
          records ->
              forEachReplayable(records, (dead, target) -> console.line(line(dead, target))));
      if (confirmation.isDryRun() || replayed == 0) {
        return printSummary("would be replayed");
      }
      confirmation.confirm(console, "Replay %d dead letters?".formatted(replayed));
    }
    try (ResolutionTransaction transaction = ResolutionTransaction.begin(cluster.settings())) {
      cluster.query(
          records ->
              forEachReplayable(records, (dead, target) -> replay(transaction, dead, target)));
      transaction.commit();
    }
    return printSummary("replayed");
  }

  private int printSummary(String action) {
    console.line(
        "%d %s%s"
            .formatted(
                replayed,
                action,
                notReplayable == 0 ? "" : ", %d not replayable".formatted(notReplayable)));
    return notReplayable == 0 ? ExitCode.OK : ExitCode.FINDINGS;
  }

  /** Handles a dead letter that can be replayed. */
  private interface ReplayAction {
    void accept(DeadLetterMetadata dead, ReplayTarget.Replayable target);
  }

  private long forEachReplayable(TopicRecordReader records, ReplayAction action) {
    replayed = 0;
    notReplayable = 0;
    ResolutionIndex resolutions = ResolutionIndex.read(records);
    try (TopicRecordReader originals = TopicRecordReader.of(cluster.settings());
        ProgressLine progress = new ProgressLine(console, "dead letters")) {
      long total = records.size(Topic.DEAD_LETTERS);
      long[] seen = {0};
      DeadLetterCluster.forEach(
          records,
          resolutions,
          dead -> {
            progress.update(++seen[0], total);
            if (selection.matches(dead.metadata()) && dead.resolution().isEmpty()) {
              process(dead, originals, action);
            }
          });
    }
    return replayed;
  }

  private void process(
      DeadLetterCluster.ScannedDeadLetter dead, TopicRecordReader originals, ReplayAction action) {
    switch (ReplayTarget.of(dead.record(), originals, maxReplays)) {
      case ReplayTarget.NotReplayable not -> {
        notReplayable++;
        console.note(
            "%s  %s  not replayable: %s"
                .formatted(dead.metadata().id(), dead.metadata().code(), not.reason()));
      }
      case ReplayTarget.Replayable target -> {
        replayed++;
        action.accept(dead.metadata(), target);
      }
    }
  }

  private void replay(
      ResolutionTransaction transaction, DeadLetterMetadata dead, ReplayTarget.Replayable target) {
    String topic = target.letter().topic();
    transaction.replay(
        dead.id(), DeadLetterResolution.replayed(dead, Instant.now(), topic), target.letter());
    if (Topic.LETTERS.topicName().equals(topic)) {
      console.note(line(dead, target));
    }
  }

  private static String line(DeadLetterMetadata dead, ReplayTarget.Replayable target) {
    String topic = target.letter().topic();
    String note = note(dead, topic);
    return "%s  %s  -> %s, replay %d%s"
        .formatted(
            dead.id(),
            dead.code(),
            topic,
            DeadLetterReason.replayCount(target.letter().headers()),
            note);
  }

  private static String note(DeadLetterMetadata dead, String topic) {
    if (DeadLetterReason.Code.SINK_FAILED.name().equals(dead.code())) {
      return " (next revision of its case)";
    }
    return Topic.LETTERS_RAW.topicName().equals(topic) ? "" : " (raw letter expired)";
  }
}
