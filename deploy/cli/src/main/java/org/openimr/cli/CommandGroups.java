package org.openimr.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/**
 * Lists the subcommands in {@code imr --help} by topic; those that are not installed are omitted.
 */
final class CommandGroups {
  private static final int INDENT = 2;
  private static final int NAME_WIDTH = 14;

  private static final String OTHERS = "Other commands";

  private static final Map<String, List<String>> GROUPS = groups();

  private CommandGroups() {}

  private static Map<String, List<String>> groups() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("Run on this machine", List.of("up"));
    groups.put("Process letters and read events", List.of("parse", "send", "tail"));
    groups.put(
        "Set up and check a cluster",
        List.of("topics", "schemas", "guidelines", "acls", "keys", "doctor"));
    groups.put("Operate", List.of("reconcile", "dlq", "replay", "reset", "sinks", "lake"));
    groups.put("Develop", List.of("generate", "evaluate", "bench", "chaos", "contracts"));
    groups.put(OTHERS, List.of("docs", "help"));
    return groups;
  }

  /** The command list of a help message, for {@link CommandLine#getHelpSectionMap()}. */
  static String render(Help help) {
    Map<String, Help> remaining = new LinkedHashMap<>(help.subcommands());
    Map<String, List<Help>> installed = new LinkedHashMap<>();
    GROUPS.forEach(
        (group, names) ->
            names.stream()
                .filter(remaining::containsKey)
                .map(remaining::remove)
                .forEach(
                    each -> installed.computeIfAbsent(group, key -> new ArrayList<>()).add(each)));
    if (!remaining.isEmpty()) {
      installed.computeIfAbsent(OTHERS, key -> new ArrayList<>()).addAll(remaining.values());
    }
    return installed.entrySet().stream()
        .map(group -> group.getKey() + ":\n" + table(help, group.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String table(Help parent, List<Help> commands) {
    int width = parent.commandSpec().usageMessage().width();
    TextTable table =
        TextTable.forColumns(
            parent.colorScheme(),
            new Column(NAME_WIDTH, INDENT, Overflow.SPAN),
            new Column(width - NAME_WIDTH, INDENT, Overflow.WRAP));
    for (Help command : commands) {
      String description = String.format(command.commandSpec().usageMessage().description()[0]);
      table.addRowValues(command.commandSpec().name(), description);
    }
    return table.toString();
  }
}
