package org.openimr.tools.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openimr.event.WarningCode;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.WarningCodes;

/** The pages for readers name every code of warnings and dead letters, and no other. */
class CodePagesTest {
  private static final Path DOCS = Path.of("../../docs");
  private static final Pattern WARNING_ROW =
      Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| \\S.+ \\| \\S.{20,} \\| \\S.{5,} \\|$");
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)*\\b");

  @Test
  void everyWarningCodeHasOneRowWithFieldMeaningAndAction() throws IOException {
    List<String> rows =
        WARNING_ROW.matcher(page("trust.md")).results().map(row -> row.group(1)).toList();

    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            WarningCodes.written().stream().map(WarningCode::name).toList());
    assertThat(page("trust.md")).contains("`" + WarningCode.UNKNOWN + "`");
  }

  @Test
  void everyDeadLetterCodeHasARowWithAnAction() throws IOException {
    List<String> codes =
        section(page("dead-letters.md"), "## Codes")
            .lines()
            .filter(line -> line.startsWith("| ") && line.split("\\|", -1).length == 5)
            .map(line -> line.split("\\|", -1)[2])
            .flatMap(CodePagesTest::codes)
            .distinct()
            .toList();

    assertThat(codes)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(DeadLetterReason.Code.values()).map(Enum::name).toList());
  }

  @ParameterizedTest
  @EnumSource
  void schemaDocumentsEveryWarningCode(WarningCode code) {
    assertThat(WarningCode.getClassSchema().getDoc()).containsPattern("(?m)^" + code + ": \\S");
  }

  private static Stream<String> codes(String cell) {
    return CODE.matcher(cell).results().map(found -> found.group());
  }

  private static String section(String page, String heading) {
    int start = page.indexOf("\n" + heading + "\n") + 1;
    return page.substring(start, page.indexOf("\n#", start));
  }

  private static String page(String name) throws IOException {
    return Files.readString(DOCS.resolve(name));
  }
}
