package org.openimr.systemtest.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.cli.Imr;
import org.openimr.cli.console.CapturedConsole;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Checks that the subcommands and options of a documented {@code imr} command exist. */
final class DocumentedCommandCheck {
  private static final Set<String> END_OF_COMMAND =
      Set.of("|", "||", "&&", ">", ">>", "&", "#", ";");

  private static final CommandLine IMR = Imr.commandLine(CapturedConsole.file().console());

  private final List<String> problems = new ArrayList<>();
  private final String line;
  private CommandLine command = IMR;
  private boolean isValue;

  private DocumentedCommandCheck(String line) {
    this.line = line;
  }

  /**
   * Returns the words and options that do not exist; empty if all do.
   *
   * @param line for example {@code imr dlq list --code INTERNAL}
   */
  static List<String> problems(String line) {
    DocumentedCommandCheck words = new DocumentedCommandCheck(line);
    for (String word : line.strip().split("\\s+")) {
      if (END_OF_COMMAND.contains(word)) {
        break;
      }
      words.acceptWord(word);
    }
    return words.problems;
  }

  private void acceptWord(String word) {
    if (isValue) {
      isValue = false;
    } else if (word.startsWith("-")) {
      acceptOption(word);
    } else if (command.getSubcommands().containsKey(word)) {
      command = command.getSubcommands().get(word);
    } else if (!word.equals(command.getCommandName()) && !takesMore()) {
      problems.add("%s: %s is no subcommand of %s".formatted(line, word, name()));
    }
  }

  private void acceptOption(String word) {
    String[] nameAndValue = word.split("=", 2);
    Optional<OptionSpec> option =
        Optional.ofNullable(command.getCommandSpec().findOption(nameAndValue[0]));
    if (option.isEmpty()) {
      problems.add("%s: %s has no %s".formatted(line, name(), nameAndValue[0]));
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
