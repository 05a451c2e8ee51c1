package org.openimr.systemtest.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.cli.ImrRunner;
import org.openimr.cli.guidelines.GuidelinesCommandTest;
import org.openimr.enrich.guideline.GuidelineTopicClient;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.testkit.pipeline.PipelineFixture;

/** The files against the topic of a real broker. */
class GuidelinesCommandIT {
  private static final String CHANGED =
      GuidelinesCommandTest.GUIDELINES
          .replace("Repose|Siesta", "Siesta")
          .replace("odg/naps,ODG,Naps", "odg/nap,ODG,Nap");

  @RegisterExtension final PipelineFixture pipeline = PipelineFixture.embedded().withTopics();

  @TempDir Path files;
  private final ImrRunner shell = new ImrRunner();

  @Test
  void loadsFilesOnceAndShowsDifferences() throws Exception {
    registerSchemas();
    write(GuidelinesCommandTest.GUIDELINES);

    assertThat(guidelines("load", "--files", files.toString())).isZero();
    assertThat(shell.lines())
        .containsExactly(
            "+ mtus/rest/2001  Rest",
            "+ mtus/rest/2005  Rest",
            "+ odg/naps  Naps",
            "3 added, 0 changed, 0 removed; the topic holds 3 entries");

    assertThat(guidelines("load", "--files", files.toString())).isZero();
    assertThat(shell.lines()).containsExactly("no changes: the topic already holds the 3 entries");
    assertThat(guidelines("diff", "--files", files.toString())).isZero();

    write(CHANGED);
    assertThat(guidelines("diff", "--files", files.toString())).isEqualTo(1);
    assertThat(shell.lines())
        .containsExactly(
            "+ odg/nap  Nap",
            "~ mtus/rest/2001  Rest",
            "    aliases: [Repose, Siesta] -> [Siesta]",
            "- odg/naps",
            "1 added, 1 changed, 1 removed");

    assertThat(guidelines("load", "--files", files.toString())).isZero();
    assertThat(guidelines("list", "--authority", "ODG")).isZero();
    assertThat(shell.lines()).hasSize(2).last().asString().startsWith("odg/nap ");
    assertThat(guidelines("show", "mtus/rest/2001")).isZero();
    assertThat(shell.lines()).contains("also called  Siesta");

    assertThat(
            new GuidelineTopicClient(pipeline.connection())
                .loadIfEmpty(CatalogueFileReader.seedGuidelines()))
        .as("another catalogue over the one that someone loaded")
        .isFalse();
    assertThat(guidelines("diff", "--files", files.toString())).isZero();
  }

  private int guidelines(String command, String... more) {
    String[] arguments = new String[more.length + 6];
    arguments[0] = "guidelines";
    arguments[1] = command;
    System.arraycopy(more, 0, arguments, 2, more.length);
    arguments[more.length + 2] = "--bootstrap-server";
    arguments[more.length + 3] = pipeline.bootstrapServers();
    arguments[more.length + 4] = "--registry";
    arguments[more.length + 5] = pipeline.registryUrl();
    return shell.imr(arguments);
  }

  private void registerSchemas() {
    assertThat(shell.imr("schemas", "register", "--registry", pipeline.registryUrl())).isZero();
  }

  private void write(String guidelines) throws IOException {
    Files.writeString(files.resolve("guidelines.csv"), guidelines);
    Files.writeString(files.resolve("topics.csv"), GuidelinesCommandTest.TOPICS);
  }
}
