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
    description = "All that is known of an entry, and how well.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "sourced: read off a published source; inferred: follows from sourced facts; unsourced:",
      "general knowledge, by which no page is resolved to a topic.",
      "",
      "Examples:",
      "  imr guidelines show mtus/chronic-pain-medical-treatment/2009",
      "  imr guidelines show odg/low-back --shipped"
    })
final class GuidelinesShowCommand implements Callable<Integer> {
  private static final int MAX_SUGGESTIONS = 10;

  private final Console console;

  @Mixin private CatalogueSourceOptions catalogue;

  @Parameters(paramLabel = "ID", description = "As list prints it.")
  private String id;

  GuidelinesShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Collection<Guideline> entries = catalogue.entries();
    Guideline wanted =
        entries.stream()
            .filter(entry -> entry.id().equals(id))
            .findFirst()
            .orElseThrow(() -> unknown(entries));
    GuidelineDetailFormatter.lines(wanted, entries).forEach(console::line);
    return ExitCode.OK;
  }

  private CliException unknown(Collection<Guideline> entries) {
    List<String> near =
        entries.stream()
            .map(Guideline::id)
            .filter(other -> other.contains(id))
            .sorted()
            .limit(MAX_SUGGESTIONS)
            .toList();
    String meant =
        near.isEmpty()
            ? "imr guidelines list prints all."
            : "is it " + String.join(" or ", near) + "?";
    return new CliException("There is no entry %s; %s".formatted(id, meant));
  }
}
