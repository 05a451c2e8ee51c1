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
    description = "Discard open dead letters with a reason. Their records stay on the topic.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  imr dlq discard --code NOT_A_LETTER --reason 'holiday pictures' --dry-run",
      "  imr dlq discard 3-17 --reason 'sent again by hand' --yes"
    })
final class DlqDiscardCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private DeadLetterCluster cluster;
  @Mixin private DeadLetterSelection selection;
  @Mixin private ConfirmationOptions confirmation;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Reason, stored with each dead letter. Must not quote a letter.")
  private String reason;

  DlqDiscardCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    selection.requireSelection();
    if (confirmation.isPreviewNeeded()) {
      List<DeadLetterCluster.ListedDeadLetter> open = cluster.list(selection::matches, false);
      open.forEach(dead -> console.line(dead.metadata().id() + "  " + dead.metadata().code()));
      if (confirmation.isDryRun() || open.isEmpty()) {
        console.line(open.size() + " would be discarded");
        return ExitCode.OK;
      }
      confirmation.confirm(console, "Discard %d dead letters?".formatted(open.size()));
    }
    console.line(discard() + " discarded");
    return ExitCode.OK;
  }

  private int discard() {
    try (ResolutionTransaction transaction = ResolutionTransaction.begin(cluster.settings())) {
      List<DeadLetterCluster.ListedDeadLetter> open = cluster.list(selection::matches, false);
      for (DeadLetterCluster.ListedDeadLetter dead : open) {
        transaction.discard(
            dead.metadata().id(),
            DeadLetterResolution.discarded(dead.metadata(), Instant.now(), reason));
      }
      transaction.commit();
      return open.size();
    }
  }
}
