package org.openimr.tools.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ChaosRunIT {
  @TempDir Path reports;

  @Test
  void verifiesAllLettersAfterTenKills() throws Exception {
    StringWriter out = new StringWriter();

    int exitCode =
        new CommandLine(new ChaosCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(System.err, true))
            .execute("--kills", "10", "--letters", "5000", "--report", reports.toString());

    assertThat(out.toString()).contains("PASSED");
    assertThat(exitCode).isZero();
    assertThat(Files.readString(reports.resolve("chaos.md"))).contains("| 10 |");
  }
}
