package org.openimr.cli.guidelines;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.parser.citation.model.Guideline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code imr guidelines show}. */
@Command(
    name = "show",
    description = "Show all fields of an entry with their confidence.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "sourced: taken from a published source; inferred: derived from sourced facts; unsourced:",
      "general knowledge, which is not used to resolve a page to a topic.",
      "",
      "Examples:",
      "  imr guidelines show mtus/chronic-pain-medical-treatment/2009",
      "  imr guidelines show odg/low-back --shipped"
    })
final class GuidelinesShowCommand implements Callable<Integer> {
  private static final int MAX_SUGGESTIONS = 10;

  private final Console console;

  @Mixin private CatalogueSourceOptions catalogue;

  @Parameters(paramLabel = "ID", description = "Id of the entry, as printed by list.")
  private String id;

  GuidelinesShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Collection<Guideline> entries = catalogue.entries();
    Guideline guideline =
        entries.stream()
            .filter(entry -> entry.id().equals(id))
            .findFirst()
            .orElseThrow(() -> unknownEntry(entries));
    GuidelineDetailFormatter.lines(guideline, entries).forEach(console::line);
    return ExitCode.OK;
  }

  private CliException unknownEntry(Collection<Guideline> entries) {
    List<String> similar =
        entries.stream()
            .map(Guideline::id)
            .filter(other -> other.contains(id))
            .sorted()
            .limit(MAX_SUGGESTIONS)
            .toList();
    String suggestion =
        similar.isEmpty()
            ? "imr guidelines list prints all entries."
            : "did you mean " + String.join(" or ", similar) + "?";
    return new CliException("Unknown entry %s; %s".formatted(id, suggestion));
  }
}
