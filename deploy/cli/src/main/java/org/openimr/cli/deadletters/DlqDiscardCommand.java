package org.openimr.cli.deadletters;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.deadletters.resolution.DeadLetterResolution;
import org.openimr.cli.deadletters.resolution.ResolutionTransaction;
import org.openimr.cli.options.ConfirmationOptions;
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

  @Mixin private DeadLetterCluster cluster;
  @Mixin private DeadLetterSelection scope;
  @Mixin private ConfirmationOptions plan;

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
    scope.requireSelection();
    if (plan.isDryRun() || !plan.isConfirmed()) {
      List<DeadLetterCluster.ListedDeadLetter> open = cluster.list(scope::matches, false);
      open.forEach(dead -> console.line(dead.head().id() + "  " + dead.head().code()));
      if (plan.isDryRun() || open.isEmpty()) {
        console.line(open.size() + " would be discarded");
        return ExitCode.OK;
      }
      plan.confirm(console, "Discard %d?".formatted(open.size()));
    }
    console.line(discard() + " discarded");
    return ExitCode.OK;
  }

  private int discard() {
    try (ResolutionTransaction run = ResolutionTransaction.begin(cluster.settings())) {
      List<DeadLetterCluster.ListedDeadLetter> open = cluster.list(scope::matches, false);
      for (DeadLetterCluster.ListedDeadLetter dead : open) {
        run.discard(
            dead.head().id(), DeadLetterResolution.discarded(dead.head(), Instant.now(), reason));
      }
      run.commit();
      return open.size();
    }
  }
}
