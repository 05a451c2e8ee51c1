package org.openimr.cli.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.cli.Imr;
import org.openimr.cli.ImrRunner;
import org.openimr.cli.console.ExitCode;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;

/** Commands that need only the catalogue files. */
public class GuidelinesCommandTest {
  public static final String GUIDELINES =
      """
      id,authority,title,aliases,edition,publisher,regulation,regulation_title,in_force_from,\
      in_force_to,successor,title_confidence,period_confidence,source
      mtus/rest/2001,MTUS,Rest,Repose|Siesta,2001,,8 CCR 1.2,Rest at Work,2001-01-01,2004-12-31,\
      mtus/rest/2005,SOURCED,INFERRED,a synthetic book
      mtus/rest/2005,MTUS,Rest,,2005,,8 CCR 1.2,Rest at Work,2005-01-01,,,SOURCED,SOURCED,
      odg/naps,ODG,Naps,,,,,,,,,UNSOURCED,,
      """;
  public static final String TOPICS =
      """
      guideline,id,name,aliases,first_page,last_page,name_confidence,pages_confidence,source
      mtus/rest/2001,mtus/rest/2001#couches,Couches,Sofas,3,4,SOURCED,UNSOURCED,
      """;

  @TempDir Path folder;
  private final ImrRunner shell = new ImrRunner();

  @Test
  void acceptsShippedFiles() {
    assertThat(shell.imr("guidelines", "check")).isZero();

    assertThat(shell.lines().getFirst())
        .startsWith(CatalogueFileReader.seedGuidelines().size() + " entries")
        .endsWith("all valid");
  }

  @Test
  void reportsInvalidEntryWithRowAndReason() throws IOException {
    write(GUIDELINES.replace("2004-12-31", "2005-06-30"));

    assertThat(shell.imr("guidelines", "check", "--files", folder.toString()))
        .isEqualTo(ExitCode.FINDINGS);

    assertThat(shell.notes())
        .contains(
            "guidelines.csv row 3, mtus/rest/2005: the period overlaps that of mtus/rest/2001")
        .contains("2 problems");
  }

  @Test
  void doesNotLoadInvalidFiles() throws IOException {
    write(GUIDELINES.replace("mtus/rest/2005,SOURCED", "mtus/rest/2031,SOURCED"));

    assertThat(shell.imr("guidelines", "load", "--files", folder.toString()))
        .isEqualTo(ExitCode.FINDINGS);

    assertThat(shell.notes())
        .contains("guidelines.csv row 2, mtus/rest/2001: unknown successor mtus/rest/2031");
  }

  @Test
  void reportsMalformedRow() throws IOException {
    write(GUIDELINES.replace("2004-12-31", "New Year's Eve"));

    assertThat(shell.imr("guidelines", "check", "--files", folder.toString()))
        .isEqualTo(ExitCode.FAILED);

    assertThat(shell.notes()).contains("guidelines.csv row 2: in_force_to");
  }

  @Test
  void reportsMissingFile() {
    assertThat(shell.imr("guidelines", "check", "--files", folder.toString()))
        .isEqualTo(ExitCode.FAILED);

    assertThat(shell.notes()).contains("File not found").contains("guidelines.csv");
  }

  @Test
  void listsEntriesInAlignedColumns() throws IOException {
    write(GUIDELINES);

    assertThat(shell.imr("guidelines", "list", "--files", folder.toString())).isZero();

    assertThat(shell.lines())
        .containsExactly(
            "ID              EDITION  IN FORCE                  REGULATION  TOPICS  TITLE",
            "mtus/rest/2001  2001     2001-01-01 to 2004-12-31  8 CCR 1.2   1       Rest",
            "mtus/rest/2005  2005     since 2005-01-01          8 CCR 1.2   0       Rest",
            "odg/naps        -        not known                 -           0       Naps");
  }

  @Test
  void listsEntriesOfOneAuthority() throws IOException {
    assertThat(listed("--authority", "odg")).containsExactly("odg/naps");
  }

  @Test
  void listsEntriesInForceOnDate() throws IOException {
    assertThat(listed("--at", "2004-12-31")).containsExactly("mtus/rest/2001");
    assertThat(listed("--at", "2005-01-01")).containsExactly("mtus/rest/2005");
    assertThat(shell.notes()).contains("entries omitted because their period is unknown: 1");
  }

  @Test
  void showsFieldsWithConfidence() throws IOException {
    write(GUIDELINES);

    assertThat(shell.imr("guidelines", "show", "mtus/rest/2001", "--files", folder.toString()))
        .isZero();

    assertThat(shell.lines())
        .contains(
            "title        Rest (sourced)",
            "regulation   8 CCR 1.2, Rest at Work",
            "in force     2001-01-01 to 2004-12-31 (inferred)",
            "also called  Repose",
            "also called  Siesta",
            "source       a synthetic book",
            "replaced by  mtus/rest/2005",
            "TOPIC    NAME KNOWN  PAGES  PAGES KNOWN  ID       ALSO CALLED",
            "Couches  sourced     3-4    unsourced    couches  Sofas");
  }

  @Test
  void suggestsIdsForPartOfId() {
    assertThat(shell.imr("guidelines", "show", "--shipped", "chronic-pain-medical"))
        .isEqualTo(ExitCode.FAILED);

    assertThat(shell.notes())
        .contains("did you mean mtus/chronic-pain-medical-treatment/2009 or")
        .contains("mtus/chronic-pain-medical-treatment/2016");
  }

  @Test
  void writesPageToFile() throws IOException {
    Path out = folder.resolve("catalogue.html");

    assertThat(shell.imr("guidelines", "page", "--shipped", "--out", out.toString())).isZero();

    assertThat(out).content().startsWith("<!doctype html>").contains("odg/low-back");
  }

  @ParameterizedTest
  @ValueSource(strings = {"load", "list", "show", "diff", "check", "page"})
  void helpShowsExample(String command) {
    assertThat(Imr.commandLine(null).getSubcommands().get("guidelines").getSubcommands())
        .hasEntrySatisfying(
            command,
            help -> assertThat(help.getUsageMessage()).contains("  imr guidelines " + command));
  }

  private List<String> listed(String... options) throws IOException {
    write(GUIDELINES);
    String[] arguments = {
      "guidelines", "list", "--files", folder.toString(), options[0], options[1]
    };
    assertThat(shell.imr(arguments)).isZero();
    return shell.lines().stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  private void write(String guidelines) throws IOException {
    Files.writeString(folder.resolve("guidelines.csv"), guidelines);
    Files.writeString(folder.resolve("topics.csv"), TOPICS);
  }
}
