package org.openimr.systemtest.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.cli.Imr;
import org.openimr.cli.console.Console;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.standalone.process.ChildJvm;
import org.openimr.testkit.pipeline.PipelineFixture;

/**
 * The jobs' exact arguments, each as a process that has the rest from its environment, on a broker
 * and a registry.
 */
@TestMethodOrder(OrderAnnotation.class)
class SetupJobsIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> FLAGS =
      List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  @RegisterExtension static final PipelineFixture cluster = PipelineFixture.embedded();

  @TempDir static Path folder;

  @Test
  @Order(1)
  void composeJobsSetUpEmptyCluster() throws Exception {
    List<String> printed = run(SetupJobs.ofCompose());

    assertThat(printed.get(0)).contains(Topic.LETTERS_RAW.topicName()).contains("created");
    assertThat(printed.get(1)).contains(Topic.DETERMINATIONS.subject());
    assertThat(printed.get(2)).contains("guidelines");
    assertThat(imr("topics", "plan", "--bootstrap-server", cluster.bootstrapServers()))
        .as("nothing is left to do")
        .isZero();
    assertThat(imr("schemas", "check", "--registry", cluster.registryUrl())).isZero();
  }

  @Test
  @Order(2)
  void chartJobsChangeNothingOnCompleteCluster() throws Exception {
    List<List<String>> jobs = SetupJobs.ofChart();

    assertThat(jobs)
        .containsExactlyInAnyOrder(List.of("schemas", "register"), List.of("guidelines", "load"));
    assertThat(run(jobs)).noneMatch(text -> text.contains("+ version"));
  }

  private static int imr(String... arguments) {
    return Imr.commandLine(Console.ofProcess(Map.of("NO_COLOR", "1"))).execute(arguments);
  }

  /** What each printed; all of them end with 0. */
  private static List<String> run(List<List<String>> jobs) throws Exception {
    Map<String, String> connection =
        Map.of(
            Settings.BOOTSTRAP.variable(), cluster.bootstrapServers(),
            Settings.REGISTRY.variable(), cluster.registryUrl());
    List<String> printed = new ArrayList<>();
    for (List<String> arguments : jobs) {
      Path log = Files.createTempFile(folder, arguments.getFirst(), ".txt");
      ChildJvm.JavaProgram imr = new ChildJvm.JavaProgram(Imr.class, arguments, FLAGS, connection);
      try (ChildJvm job = ChildJvm.start("imr", imr, log)) {
        assertThat(job.exitCode(PATIENCE)).as(Files.readString(log)).hasValue(0);
      }
      printed.add(Files.readString(log));
    }
    return printed;
  }
}
