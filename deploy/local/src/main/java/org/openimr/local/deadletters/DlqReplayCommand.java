package org.openimr.local.deadletters;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.openimr.local.command.ExitCode;
import org.openimr.local.command.Plan;
import org.openimr.local.console.Console;
import org.openimr.local.console.Progress;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.Topic;
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
      "the later takes over. Where the bytes are gone from the raw topic (30 days), the record goes",
      "back to the topic on which it failed. What a webhook's endpoint did not take is delivered to",
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

  @Mixin private Cluster cluster;
  @Mixin private Scope scope;
  @Mixin private Plan plan;

  @Option(
      names = "--max-replays",
      paramLabel = "N",
      defaultValue = "3",
      description = "A letter that came back so often stays dead. Without it: ${DEFAULT-VALUE}.")
  private int mostReplays;

  private long back;
  private long refused;

  DlqReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    scope.check();
    if (plan.isDry() || !plan.isAgreed()) {
      cluster.ask(records -> pass(records, (dead, way) -> console.line(line(dead, way))));
      if (plan.isDry() || back == 0) {
        return told("would go back");
      }
      plan.confirm(console, "Put %d back?".formatted(back));
    }
    try (SettlingRun run = SettlingRun.begin(cluster.settings())) {
      cluster.ask(records -> pass(records, (dead, way) -> replay(run, dead, way)));
      run.commit();
    }
    return told("went back");
  }

  private int told(String what) {
    console.line(
        "%d %s%s".formatted(back, what, refused == 0 ? "" : ", %d not".formatted(refused)));
    return refused == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  /** Something to do with each dead letter that has a way back. */
  private interface Step {
    void take(DeadLetterHead dead, WayBack.To way);
  }

  private long pass(TopicRecords records, Step step) {
    back = 0;
    refused = 0;
    Settlements settlements = Settlements.read(records);
    try (TopicRecords originals = TopicRecords.of(cluster.settings());
        Progress progress = new Progress(console)) {
      long all = records.size(Topic.DEAD_LETTERS);
      long[] seen = {0};
      Cluster.each(
          records,
          settlements,
          dead -> {
            progress.show(++seen[0], all);
            if (scope.matches(dead.head()) && dead.settled().isEmpty()) {
              take(dead, originals, step);
            }
          });
    }
    return back;
  }

  private void take(Cluster.DeadLetterRecord dead, TopicRecords originals, Step step) {
    switch (WayBack.of(dead.bytes(), originals, mostReplays)) {
      case WayBack.None none -> {
        refused++;
        console.note(
            "%s  %s  stays: %s".formatted(dead.head().id(), dead.head().code(), none.reason()));
      }
      case WayBack.To way -> {
        back++;
        step.take(dead.head(), way);
      }
    }
  }

  private void replay(SettlingRun run, DeadLetterHead dead, WayBack.To way) {
    String topic = way.letter().topic();
    run.replay(dead.id(), Settlement.replayed(dead, Instant.now(), topic), way.letter());
    if (Topic.LETTERS.topicName().equals(topic)) {
      console.note(line(dead, way));
    }
  }

  private static String line(DeadLetterHead dead, WayBack.To way) {
    String topic = way.letter().topic();
    String gone = Topic.LETTERS_RAW.topicName().equals(topic) ? "" : ", for its raw letter is gone";
    return "%s  %s  -> %s, replay %d%s"
        .formatted(dead.id(), dead.code(), topic, DeadLetter.replays(way.letter().headers()), gone);
  }
}
