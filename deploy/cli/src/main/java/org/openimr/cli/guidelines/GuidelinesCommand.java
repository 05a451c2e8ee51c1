package org.openimr.cli.guidelines;

import java.util.List;
import java.util.Map;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.enrich.guideline.GuidelineChanges;
import org.openimr.parser.citation.model.Guideline;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code imr guidelines}. */
@Command(
    name = "guidelines",
    description =
        "Check, load and print the guideline catalogue that citations are resolved against.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Edit the files, check them, compare them with the topic, load them. Running services use"
          + " the",
      "new catalogue from the next letter on; they never use a partly loaded one.",
      "",
      "Examples:",
      "  imr guidelines check --files catalogue",
      "  imr guidelines diff --files catalogue",
      "  imr guidelines load --files catalogue",
      "  imr guidelines list --authority MTUS --at 2016-12-09",
      "  imr guidelines show mtus/chronic-pain-medical-treatment/2016",
      "  imr guidelines page --out catalogue.html"
    })
public final class GuidelinesCommand {
  private final Console console;

  GuidelinesCommand(Console console) {
    this.console = console;
  }

  /** Creates the command with its subcommands. */
  public static CommandLine create(Console console) {
    return new CommandLine(new GuidelinesCommand(console))
        .addSubcommand(new GuidelinesListCommand(console))
        .addSubcommand(new GuidelinesShowCommand(console))
        .addSubcommand(new GuidelinesPageCommand(console));
  }

  @Command(
      name = "load",
      description =
          "Replace the catalogue on the topic by the files. Repeating it changes nothing.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "If an entry is invalid, nothing is loaded; the invalid rows are listed with reasons.",
        "",
        "Examples:",
        "  imr guidelines load                      the catalogue of the project",
        "  imr guidelines load --files catalogue    one of your own",
        "",
        "Exit code 1: an entry is invalid, nothing was loaded."
      })
  int load(@Mixin CatalogueFilesOption files, @Mixin GuidelineTopicOptions topic) {
    FileCatalogue catalogue = files.catalogue();
    if (!isValid(catalogue)) {
      return ExitCode.FINDINGS;
    }
    GuidelineChanges changes = topic.load(catalogue.entries());
    CatalogueDiffFormatter.entries(changes).forEach(console::line);
    console.line(
        changes.isEmpty()
            ? "no changes: the topic already holds the %d entries".formatted(size(catalogue))
            : "%s; the topic holds %d entries"
                .formatted(CatalogueDiffFormatter.summary(changes), size(catalogue)));
    return ExitCode.OK;
  }

  @Command(
      name = "check",
      description = "Validate the files, without a broker.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Reports overlapping periods, missing successors, names with two meanings at the same time",
        "and duplicate ids.",
        "",
        "Example:",
        "  imr guidelines check --files catalogue",
        "",
        "Exit code 1: an entry is invalid."
      })
  int check(@Mixin CatalogueFilesOption files) {
    FileCatalogue catalogue = files.catalogue();
    if (!isValid(catalogue)) {
      return ExitCode.FINDINGS;
    }
    console.line("%d entries in %s, all valid".formatted(size(catalogue), catalogue.location()));
    return ExitCode.OK;
  }

  @Command(
      name = "diff",
      description = "Show what load would change, field by field; change nothing.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "+ added, ~ changed, - removed.",
        "",
        "Example:",
        "  imr guidelines diff --files catalogue",
        "",
        "Exit code 1: the topic and the files differ."
      })
  int diff(@Mixin CatalogueFilesOption files, @Mixin GuidelineTopicOptions topic) {
    Map<String, Guideline> before = topic.entries();
    GuidelineChanges changes = GuidelineChanges.between(before, files.catalogue().entries());
    CatalogueDiffFormatter.facts(changes, before).forEach(console::line);
    console.line(changes.isEmpty() ? "no difference" : CatalogueDiffFormatter.summary(changes));
    return changes.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private boolean isValid(FileCatalogue catalogue) {
    List<String> problems = catalogue.problems();
    problems.forEach(console::note);
    if (!problems.isEmpty()) {
      console.note("imr: %s: %d problems".formatted(catalogue.location(), problems.size()));
    }
    return problems.isEmpty();
  }

  private static int size(FileCatalogue catalogue) {
    return catalogue.entries().size();
  }
}
