package org.openimr.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.openimr.cli.access.AclsCommand;
import org.openimr.cli.access.KeysCommand;
import org.openimr.cli.console.CliLogging;
import org.openimr.cli.console.Console;
import org.openimr.cli.deadletters.DlqCommand;
import org.openimr.cli.docs.DocsCommand;
import org.openimr.cli.doctor.DoctorCommand;
import org.openimr.cli.guidelines.GuidelinesCommand;
import org.openimr.cli.lake.LakeCommand;
import org.openimr.cli.letters.ParseCommand;
import org.openimr.cli.letters.SendCommand;
import org.openimr.cli.reconcile.ReconcileCommand;
import org.openimr.cli.replay.ReplayCommand;
import org.openimr.cli.replay.ResetCommand;
import org.openimr.cli.schemas.SchemasCommand;
import org.openimr.cli.sinks.SinksCommand;
import org.openimr.cli.topics.TailCommand;
import org.openimr.cli.topics.TopicsCommand;
import org.openimr.sink.worker.SinkTypes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code imr} command. */
@Command(
    name = "imr",
    description = "Independent Medical Review letters in, typed and enriched events out.",
    subcommands = HelpCommand.class,
    mixinStandardHelpOptions = true,
    versionProvider = ImrVersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  imr up                             all of it on this machine, with the sample letters",
      "  imr up --letters inbox --until-done  the letters of a folder, then a summary",
      "  imr parse letter.pdf --pretty      a letter as JSON, without any broker",
      "  imr help up                        more about one command",
      "",
      "Exit codes: 0 all well, 1 a letter could not be read or the command failed, 2 wrong usage."
    })
public final class Imr {
  private static final int HELP_WIDTH = 100;

  /** Subcommands as the help lists them; others follow at the end. */
  private static final List<String> ORDER_IN_HELP =
      List.of(
          "up",
          "parse",
          "send",
          "tail",
          "topics",
          "schemas",
          "doctor",
          "reconcile",
          "dlq",
          "replay",
          "reset",
          "sinks",
          "lake",
          "guidelines",
          "keys",
          "acls",
          "docs",
          "generate",
          "evaluate",
          "bench",
          "chaos",
          "contracts");

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log to standard error, and show where a failure came from.")
  private boolean verbose;

  /** Whether the user wants to see more. */
  boolean verbose() {
    return verbose;
  }

  public static void main(String[] arguments) {
    CliLogging.disable();
    CommandLine command = commandLine(Console.ofProcess(System.getenv()));
    int exitCode = command.execute(arguments);
    System.exit(exitCode);
  }

  /** The command with all its subcommands, printing to a console. */
  public static CommandLine commandLine(Console console) {
    List<SubcommandProvider> providers =
        ServiceLoader.load(SubcommandProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    CommandLine command = new CommandLine(new Imr());
    subcommands(console, providers).stream()
        .sorted(Comparator.comparingInt(Imr::positionInHelp))
        .forEach(subcommand -> command.addSubcommand(subcommand));
    for (SubcommandProvider provider : providers) {
      if (!provider.parent().isEmpty()) {
        command.getSubcommands().get(provider.parent()).addSubcommand(provider.command(console));
      }
    }
    command.setExecutionStrategy(
        parsed -> {
          if (command.<Imr>getCommand().verbose()) {
            CliLogging.toStandardError();
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    CliExceptionHandler complaints = new CliExceptionHandler(console, providers);
    return command
        .setUsageHelpWidth(HELP_WIDTH)
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static List<CommandLine> subcommands(
      Console console, List<SubcommandProvider> providers) {
    List<CommandLine> subcommands = new ArrayList<>();
    subcommands.add(new CommandLine(new ParseCommand(console)));
    subcommands.add(new CommandLine(new SendCommand(console)));
    subcommands.add(new CommandLine(new TailCommand(console)));
    subcommands.add(new CommandLine(new TopicsCommand(console)));
    subcommands.add(new CommandLine(new SchemasCommand(console)));
    subcommands.add(new CommandLine(new DoctorCommand(console)));
    subcommands.add(new CommandLine(new DocsCommand(console)));
    subcommands.add(AclsCommand.with(console));
    subcommands.add(KeysCommand.with(console));
    subcommands.add(GuidelinesCommand.with(console));
    subcommands.add(DlqCommand.with(console));
    subcommands.add(new CommandLine(new ReconcileCommand(console, SinkTypes.all())));
    subcommands.add(SinksCommand.with(console));
    subcommands.add(LakeCommand.with(console));
    subcommands.add(new CommandLine(new ReplayCommand(console)));
    subcommands.add(new CommandLine(new ResetCommand(console)));
    for (SubcommandProvider provider : providers) {
      if (provider.parent().isEmpty()) {
        subcommands.add(new CommandLine(provider.command(console)));
      }
    }
    return subcommands;
  }

  private static int positionInHelp(CommandLine subcommand) {
    int position = ORDER_IN_HELP.indexOf(subcommand.getCommandName());
    return position < 0 ? ORDER_IN_HELP.size() : position;
  }
}
