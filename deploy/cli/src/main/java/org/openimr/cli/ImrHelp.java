package org.openimr.cli;

import java.util.ArrayList;
import java.util.List;
import org.openimr.cli.console.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Sets up the help of {@code imr} itself: groups of subcommands, exit codes, examples. */
final class ImrHelp {
  private static final List<String> LOCAL_EXAMPLES =
      List.of(
          "  imr up                               run the pipeline on this machine with sample"
              + " letters",
          "  imr up --letters inbox --until-done  process the letters of a folder, print a summary",
          "  imr help up                          print the help of a command");

  private static final List<String> EXAMPLES =
      List.of(
          "  imr parse letter.pdf --pretty        print a letter as JSON, without a broker",
          "  imr doctor                           check brokers, topics, schemas and services",
          "  imr help dlq                         print the help of a command group");

  private ImrHelp() {}

  static void configure(CommandLine command) {
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.commandListHeading("%n");
    command
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroups::render);
    usage.exitCodeListHeading("%nExit codes:%n");
    usage.exitCodeList(ExitCode.descriptions());
    usage.footer(footer(command).toArray(String[]::new));
  }

  private static List<String> footer(CommandLine command) {
    List<String> lines = new ArrayList<>(List.of("", "Examples:"));
    if (command.getSubcommands().containsKey("up")) {
      lines.addAll(LOCAL_EXAMPLES);
    }
    lines.addAll(EXAMPLES);
    return lines;
  }
}
