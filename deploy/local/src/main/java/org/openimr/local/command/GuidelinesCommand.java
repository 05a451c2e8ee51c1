package org.openimr.local.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.enrich.citation.Citation.Authority;
import org.openimr.enrich.citation.Citation.Standing;
import org.openimr.enrich.citation.Guideline;
import org.openimr.enrich.guideline.GuidelineChanges;
import org.openimr.local.console.Console;
import org.openimr.local.guidelines.Differences;
import org.openimr.local.guidelines.FileCatalogue;
import org.openimr.local.guidelines.GuidelineSheet;
import org.openimr.local.guidelines.GuidelineTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
final class GuidelinesCommand {
  private static final int MOST_SUGGESTED = 10;

  private final Console console;

  GuidelinesCommand(Console console) {
    this.console = console;
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
  int load(@Mixin FilesOption files, @Mixin CatalogueTopic topic) {
    FileCatalogue catalogue = files.catalogue();
    if (refused(catalogue)) {
      return ExitCode.FAILED;
    }
    GuidelineChanges changes = topic.load(catalogue.entries());
    Differences.entries(changes).forEach(console::line);
    console.line(
        changes.none()
            ? "nothing to do: the topic holds the %d entries already".formatted(size(catalogue))
            : "%s; the topic holds %d entries"
                .formatted(Differences.summary(changes), size(catalogue)));
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
  int check(@Mixin FilesOption files) {
    FileCatalogue catalogue = files.catalogue();
    if (refused(catalogue)) {
      return ExitCode.FAILED;
    }
    console.line("%d entries in %s, none faulty".formatted(size(catalogue), catalogue.place()));
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
  int diff(@Mixin FilesOption files, @Mixin CatalogueTopic topic) {
    Map<String, Guideline> before = topic.entries();
    GuidelineChanges changes = GuidelineChanges.between(before, files.catalogue().entries());
    Differences.facts(changes, before).forEach(console::line);
    console.line(changes.none() ? "no difference" : Differences.summary(changes));
    return changes.none() ? ExitCode.OK : ExitCode.FAILED;
  }

  @Command(
      name = "list",
      description = "The entries, a line each.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Examples:",
        "  imr guidelines list --authority ODG",
        "  imr guidelines list --at 2016-12-09      in force on that day",
        "  imr guidelines list --shipped            without any broker"
      })
  int list(
      @Mixin CatalogueOption catalogue,
      @Option(
              names = "--authority",
              paramLabel = "NAME",
              description = "Only its entries: MTUS, ODG, ACOEM or OTHER.")
          Authority authority,
      @Option(
              names = "--at",
              paramLabel = "DATE",
              description = "Only those in force that day, e.g. 2016-12-09.")
          LocalDate day) {
    List<Guideline> wanted =
        new ArrayList<>(
            catalogue.entries().stream()
                .filter(entry -> authority == null || entry.authority() == authority)
                .toList());
    if (day != null) {
      long undated = wanted.stream().filter(entry -> entry.standing(day).isEmpty()).count();
      wanted.removeIf(entry -> !entry.standing(day).equals(Optional.of(Standing.IN_FORCE)));
      console.note(undated + " entries are left out, as their periods are not known");
    }
    GuidelineTable.lines(wanted).forEach(console::line);
    return ExitCode.OK;
  }

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
  int show(
      @Mixin CatalogueOption catalogue,
      @Parameters(paramLabel = "ID", description = "As list prints it.") String id) {
    Collection<Guideline> entries = catalogue.entries();
    Guideline wanted =
        entries.stream()
            .filter(entry -> entry.id().equals(id))
            .findFirst()
            .orElseThrow(() -> unknown(id, entries));
    GuidelineSheet.lines(wanted, entries).forEach(console::line);
    return ExitCode.OK;
  }

  private static Failure unknown(String id, Collection<Guideline> entries) {
    List<String> near =
        entries.stream()
            .map(Guideline::id)
            .filter(other -> other.contains(id))
            .sorted()
            .limit(MOST_SUGGESTED)
            .toList();
    String meant =
        near.isEmpty() ? "imr guidelines list prints all" : "is it " + String.join(" or ", near) + "?";
    return new Failure("There is no entry %s; %s".formatted(id, meant));
  }

  private boolean refused(FileCatalogue catalogue) {
    List<String> faults = catalogue.faults();
    faults.forEach(console::note);
    if (!faults.isEmpty()) {
      console.note("imr: %s refused: %d faults".formatted(catalogue.place(), faults.size()));
    }
    return !faults.isEmpty();
  }

  private static int size(FileCatalogue catalogue) {
    return catalogue.entries().size();
  }
}
