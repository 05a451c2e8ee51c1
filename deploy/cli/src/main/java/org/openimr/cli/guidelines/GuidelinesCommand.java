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
    description = "The catalogue that citations are resolved against: in files and on the topic.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Edit the files, check them, see what would change, load them: running services take the new",
      "catalogue up with the next letter, whole or not at all.",
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

  /** The command with all its subcommands, printing to a console. */
  public static CommandLine with(Console console) {
    return new CommandLine(new GuidelinesCommand(console))
        .addSubcommand(new GuidelinesListCommand(console))
        .addSubcommand(new GuidelinesShowCommand(console))
        .addSubcommand(new GuidelinesPageCommand(console));
  }

  @Command(
      name = "load",
      description = "Makes the topic hold what the files hold. Doing it again changes nothing.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "One faulty entry, and nothing is loaded: it says which rows are to be mended and why.",
        "",
        "Examples:",
        "  imr guidelines load                      the catalogue of the project",
        "  imr guidelines load --files catalogue    one of your own",
        "",
        "Exit codes: 0 loaded or nothing to do, 1 refused."
      })
  int load(@Mixin CatalogueFilesOption files, @Mixin GuidelineTopicOptions topic) {
    FileCatalogue catalogue = files.catalogue();
    if (refused(catalogue)) {
      return ExitCode.FAILED;
    }
    GuidelineChanges changes = topic.load(catalogue.entries());
    CatalogueDiffFormatter.entries(changes).forEach(console::line);
    console.line(
        changes.isEmpty()
            ? "nothing to do: the topic holds the %d entries already".formatted(size(catalogue))
            : "%s; the topic holds %d entries"
                .formatted(CatalogueDiffFormatter.summary(changes), size(catalogue)));
    return ExitCode.OK;
  }

  @Command(
      name = "check",
      description = "Says what is wrong with the files, without any broker.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Periods that overlap, successors that are not there, names that mean two things at one",
        "time, ids that are there twice.",
        "",
        "Example:",
        "  imr guidelines check --files catalogue",
        "",
        "Exit codes: 0 nothing is wrong, 1 something is."
      })
  int check(@Mixin CatalogueFilesOption files) {
    FileCatalogue catalogue = files.catalogue();
    if (refused(catalogue)) {
      return ExitCode.FAILED;
    }
    console.line("%d entries in %s, none faulty".formatted(size(catalogue), catalogue.location()));
    return ExitCode.OK;
  }

  @Command(
      name = "diff",
      description = "What load would change, fact by fact; changes nothing.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "+ comes, ~ changes, - goes.",
        "",
        "Example:",
        "  imr guidelines diff --files catalogue",
        "",
        "Exit codes: 0 the topic holds what the files hold, 1 they differ."
      })
  int diff(@Mixin CatalogueFilesOption files, @Mixin GuidelineTopicOptions topic) {
    Map<String, Guideline> before = topic.entries();
    GuidelineChanges changes = GuidelineChanges.between(before, files.catalogue().entries());
    CatalogueDiffFormatter.facts(changes, before).forEach(console::line);
    console.line(changes.isEmpty() ? "no difference" : CatalogueDiffFormatter.summary(changes));
    return changes.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private boolean refused(FileCatalogue catalogue) {
    List<String> faults = catalogue.problems();
    faults.forEach(console::note);
    if (!faults.isEmpty()) {
      console.note("imr: %s refused: %d faults".formatted(catalogue.location(), faults.size()));
    }
    return !faults.isEmpty();
  }

  private static int size(FileCatalogue catalogue) {
    return catalogue.entries().size();
  }
}
