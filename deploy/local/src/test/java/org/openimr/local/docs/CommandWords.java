package org.openimr.local.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.local.command.Imr;
import org.openimr.local.console.CapturedConsole;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Whether {@code imr} has the subcommands and options that a line of the docs uses. */
final class CommandWords {
  private static final Set<String> END_OF_COMMAND =
      Set.of("|", "||", "&&", ">", ">>", "&", "#", ";");

  private static final CommandLine IMR = Imr.commandLine(CapturedConsole.file().console());

  private final List<String> faults = new ArrayList<>();
  private final String line;
  private CommandLine command = IMR;
  private boolean isValue;

  private CommandWords(String line) {
    this.line = line;
  }

  /**
   * What of a line does not exist; empty if all does.
   *
   * @param line as {@code imr dlq list --code INTERNAL}
   */
  static List<String> faults(String line) {
    CommandWords words = new CommandWords(line);
    for (String word : line.strip().split("\\s+")) {
      if (END_OF_COMMAND.contains(word)) {
        break;
      }
      words.take(word);
    }
    return words.faults;
  }

  private void take(String word) {
    if (isValue) {
      isValue = false;
    } else if (word.startsWith("-")) {
      takeOption(word);
    } else if (command.getSubcommands().containsKey(word)) {
      command = command.getSubcommands().get(word);
    } else if (!word.equals(command.getCommandName()) && !takesMore()) {
      faults.add("%s: %s is no subcommand of %s".formatted(line, word, name()));
    }
  }

  private void takeOption(String word) {
    String[] nameAndValue = word.split("=", 2);
    Optional<OptionSpec> option =
        Optional.ofNullable(command.getCommandSpec().findOption(nameAndValue[0]));
    if (option.isEmpty()) {
      faults.add("%s: %s has no %s".formatted(line, name(), nameAndValue[0]));
    }
    isValue = nameAndValue.length == 1 && option.filter(one -> one.arity().max() > 0).isPresent();
  }

  private boolean takesMore() {
    return !command.getCommandSpec().positionalParameters().isEmpty();
  }

  private String name() {
    return command.getCommandSpec().qualifiedName();
  }
}
