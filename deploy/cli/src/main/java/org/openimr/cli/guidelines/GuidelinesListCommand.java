package org.openimr.cli.guidelines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Citation.Standing;
import org.openimr.parser.citation.model.Guideline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr guidelines list}. */
@Command(
    name = "list",
    description = "List the entries, one per line.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  imr guidelines list --authority ODG",
      "  imr guidelines list --at 2016-12-09      in force on a date",
      "  imr guidelines list --shipped            without a broker"
    })
final class GuidelinesListCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CatalogueSourceOptions catalogue;

  @Option(
      names = "--authority",
      paramLabel = "NAME",
      description = "Only entries of this authority: MTUS, ODG, ACOEM or OTHER.")
  private @Nullable Authority authority;

  @Option(
      names = "--at",
      paramLabel = "DATE",
      description = "Only entries in force on this date, e.g. 2016-12-09.")
  private @Nullable LocalDate date;

  GuidelinesListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Guideline> entries = new ArrayList<>(catalogue.entries());
    entries.removeIf(entry -> authority != null && entry.authority() != authority);
    if (date != null) {
      retainInForce(entries, date);
    }
    GuidelineTableFormatter.lines(entries).forEach(console::line);
    return ExitCode.OK;
  }

  private void retainInForce(List<Guideline> entries, LocalDate day) {
    long undated = entries.stream().filter(entry -> entry.standing(day).isEmpty()).count();
    entries.removeIf(entry -> !entry.standing(day).equals(Optional.of(Standing.IN_FORCE)));
    if (undated > 0) {
      console.note("entries omitted because their period is unknown: " + undated);
    }
  }
}
