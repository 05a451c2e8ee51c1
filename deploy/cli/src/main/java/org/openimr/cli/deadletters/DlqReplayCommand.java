package org.openimr.cli.deadletters;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.console.LetterProgressBar;
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
    description = "Puts the bytes of open dead letters back on the raw topic, each once.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Whatever ends it, run it again: no run puts back what another has. Of two that run at once",
      "the later takes over. Where the bytes are gone from the raw topic (30 days), the record"
          + " goes",
      "back to the topic on which it failed. What a webhook's endpoint did not take is delivered"
          + " to",
      "that endpoint again.",
      "",
      "Examples:",
      "  imr dlq replay --code UNKNOWN_LAYOUT --dry-run",
      "  imr dlq replay --code UNKNOWN_LAYOUT,NO_ITEMS --until 2026-11-20",
      "  imr dlq replay 3-17 3-18 --yes",
      "",
      "Exit codes: 0 all are back, 1 some are not (it says which and why), 2 wrong usage."
    })
final class DlqReplayCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private DeadLetterCluster cluster;
  @Mixin private DeadLetterSelection scope;
  @Mixin private ConfirmationOptions plan;

  @Option(
      names = "--max-replays",
      paramLabel = "N",
      defaultValue = "3",
      description = "A letter that came back so often stays dead. Without it: ${DEFAULT-VALUE}.")
  private int maxReplays;

  private long replayed;
  private long refused;

  DlqReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    scope.requireSelection();
    if (plan.isDryRun() || !plan.isConfirmed()) {
      cluster.query(records -> pass(records, (dead, way) -> console.line(line(dead, way))));
      if (plan.isDryRun() || replayed == 0) {
        return told("would go back");
      }
      plan.confirm(console, "Put %d back?".formatted(replayed));
    }
    try (ResolutionTransaction run = ResolutionTransaction.begin(cluster.settings())) {
      cluster.query(records -> pass(records, (dead, way) -> replay(run, dead, way)));
      run.commit();
    }
    return told("went back");
  }

  private int told(String what) {
    console.line(
        "%d %s%s".formatted(replayed, what, refused == 0 ? "" : ", %d not".formatted(refused)));
    return refused == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  /** Something to do with each dead letter that has a way back. */
  private interface Step {
    void take(DeadLetterMetadata dead, ReplayTarget.Replayable way);
  }

  private long pass(TopicRecordReader records, Step step) {
    replayed = 0;
    refused = 0;
    ResolutionIndex settlements = ResolutionIndex.read(records);
    try (TopicRecordReader originals = TopicRecordReader.of(cluster.settings());
        LetterProgressBar progress = new LetterProgressBar(console)) {
      long all = records.size(Topic.DEAD_LETTERS);
      long[] seen = {0};
      DeadLetterCluster.forEach(
          records,
          settlements,
          dead -> {
            progress.update(++seen[0], all);
            if (scope.matches(dead.head()) && dead.settled().isEmpty()) {
              process(dead, originals, step);
            }
          });
    }
    return replayed;
  }

  private void process(
      DeadLetterCluster.ScannedDeadLetter dead, TopicRecordReader originals, Step step) {
    switch (ReplayTarget.of(dead.bytes(), originals, maxReplays)) {
      case ReplayTarget.NotReplayable none -> {
        refused++;
        console.note(
            "%s  %s  stays: %s".formatted(dead.head().id(), dead.head().code(), none.reason()));
      }
      case ReplayTarget.Replayable way -> {
        replayed++;
        step.take(dead.head(), way);
      }
    }
  }

  private void replay(
      ResolutionTransaction run, DeadLetterMetadata dead, ReplayTarget.Replayable way) {
    String topic = way.letter().topic();
    run.replay(dead.id(), DeadLetterResolution.replayed(dead, Instant.now(), topic), way.letter());
    if (Topic.LETTERS.topicName().equals(topic)) {
      console.note(line(dead, way));
    }
  }

  private static String line(DeadLetterMetadata dead, ReplayTarget.Replayable way) {
    String topic = way.letter().topic();
    String gone = Topic.LETTERS_RAW.topicName().equals(topic) ? "" : ", for its raw letter is gone";
    return "%s  %s  -> %s, replay %d%s"
        .formatted(
            dead.id(),
            dead.code(),
            topic,
            DeadLetterReason.replayCount(way.letter().headers()),
            gone);
  }
}
