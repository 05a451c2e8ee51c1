package org.openimr.local.deadletters;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.openimr.local.command.ExitCode;
import org.openimr.local.command.Plan;
import org.openimr.local.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr dlq discard}. */
@Command(
    name = "discard",
    description = "Lays open dead letters aside, with a reason; they stay on their topic.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  imr dlq discard --code NOT_A_LETTER --reason 'holiday pictures' --dry-run",
      "  imr dlq discard 3-17 --reason 'sent again by hand' --yes",
      "",
      "Exit codes: 0 done, 1 nothing was done, 2 wrong usage."
    })
final class DlqDiscardCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private Cluster cluster;
  @Mixin private Scope scope;
  @Mixin private Plan plan;

  @Option(
      names = "--reason",
      paramLabel = "WORDS",
      required = true,
      description = "Why; kept with each of them. No words of letters.")
  private String reason;

  DlqDiscardCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    scope.check();
    if (plan.isDry() || !plan.isAgreed()) {
      List<Cluster.Known> open = cluster.known(scope::matches, false);
      open.forEach(dead -> console.line(dead.head().id() + "  " + dead.head().code()));
      if (plan.isDry() || open.isEmpty()) {
        console.line(open.size() + " would be discarded");
        return ExitCode.OK;
      }
      plan.confirm(console, "Discard %d?".formatted(open.size()));
    }
    console.line(discard() + " discarded");
    return ExitCode.OK;
  }

  private int discard() {
    try (SettlingRun run = SettlingRun.begin(cluster.settings())) {
      List<Cluster.Known> open = cluster.known(scope::matches, false);
      for (Cluster.Known dead : open) {
        run.discard(dead.head().id(), Settlement.discarded(dead.head(), Instant.now(), reason));
      }
      run.commit();
      return open.size();
    }
  }
}
