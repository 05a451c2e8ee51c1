package org.openimr.tools.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.standalone.process.ChildJvm;
import picocli.CommandLine;

/**
 * Runs benchmarks with few letters and checks tables, baselines and files. The benchmark of sinks
 * is left out, because the start of Kafka Connect takes as long as all others.
 */
class BenchCommandIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private static final String REGISTRY = "imr.registry.home";

  @TempDir private Path results;

  @Test
  void replayReportsBaselinesAndCosts() throws IOException {
    String table = run("replay", "--letters=400", "--partitions=2");

    assertThat(table)
        .contains("| letters | 400 |")
        .contains("| pass-through topology, letters/s, steady state |")
        .containsPattern("kafka-producer-perf-test: texts of letters \\| [1-9][0-9,]* letters/s")
        .containsPattern("kafka-consumer-perf-test: the letters topic \\| [1-9][0-9,]* letters/s")
        .containsPattern("kafka-producer-perf-test: [0-9,]+ bytes, the mean event \\| [1-9]")
        .containsPattern("kafka-consumer-perf-test: the same records \\| [1-9]")
        .contains("| cost | per million letters | 17 million (ten times all published letters) |")
        .containsPattern("on the broker, one replica: events \\| [1-9][0-9.]* GB \\| [1-9]");
    assertFiles("replay", "enrich: letters per second", "enrich: pending letters");
  }

  @Test
  void latencyReportsSingleTopicBaseline() throws IOException {
    String table = run("latency", "--rate=20", "--warmup=2", "--seconds=3");

    assertThat(table)
        .contains("| letters | 60 |")
        .containsPattern("raw append to readable determination \\| p50 [1-9]")
        .containsPattern("baseline: single topic, no service \\| p50 [0-9]")
        .contains("| missing | 0 |");
    assertFiles("latency", "determinations readable per second", "pending letters");
  }

  @Test
  void ingestReportsTextsAndPdfs() throws IOException {
    String table = run("ingest", "--letters=500", "--pdfs=20", "--connections=4");

    assertThat(table)
        .containsPattern("texts over HTTP, acknowledged \\| [1-9]")
        .contains("| not acknowledged | 0 |")
        .contains("| memory is flat (at most 5 % more) |")
        .containsPattern("kafka-producer-perf-test of the same texts \\| [1-9]")
        .containsPattern("PDFs, isolated, per core \\| [1-9]")
        .containsPattern("PDFBox text stripper, per core \\| [1-9]")
        .contains("| baseline: pdftotext, one process per letter, sequential |");
    assertFiles("ingest", "texts over HTTP: acknowledged per second", "PDFs: pending");
  }

  @Test
  void scalingWritesPlotPerParameter() throws IOException {
    String table = run("scaling", "--letters=200", "--partitions=2", "--parameter=instances");

    assertThat(table)
        .contains("| changed parameter | letters/s |")
        .contains("| processes of enrich: 1 |", "| processes of enrich: 2 |");
    assertThat(results.resolve("scaling.json")).isRegularFile();
    assertThat(Files.readString(results.resolve("scaling-instances.svg")))
        .contains("letters per second", "processes of enrich", "prefers-color-scheme:dark");
  }

  @Test
  void interruptedRunLeavesNoProcessesOrFiles() throws Exception {
    Path temporary = Files.createDirectory(results.resolve("tmp"));
    try (ChildJvm bench =
        ChildJvm.start(
            "bench",
            new ChildJvm.JavaProgram(
                BenchCommand.class,
                List.of("replay", "--letters=10000000", "--out=" + results.resolve("out")),
                List.of(
                    "-Xmx256m",
                    "-Djava.io.tmpdir=" + temporary,
                    "-D" + REGISTRY + "=" + System.getProperty(REGISTRY)),
                Map.of()),
            results.resolve("bench.log"))) {
      await()
          .atMost(TIMEOUT)
          .until(() -> Files.readString(results.resolve("bench.log")).contains("writing letters"));
      List<ProcessHandle> started =
          ProcessHandle.of(bench.pid()).orElseThrow().descendants().toList();
      assertThat(started).as("broker and registry").hasSizeGreaterThanOrEqualTo(2);

      ProcessHandle.of(bench.pid()).orElseThrow().destroy();

      await().atMost(TIMEOUT).until(() -> !bench.isAlive());
      await().atMost(TIMEOUT).until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
      try (Stream<Path> left = Files.list(temporary)) {
        assertThat(left.filter(file -> file.getFileName().toString().startsWith("imr-bench")))
            .isEmpty();
      }
    }
  }

  private String run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine bench =
        new CommandLine(new BenchCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setCaseInsensitiveEnumValuesAllowed(true);
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--out=" + results)).toArray(String[]::new);
    assertThat(bench.execute(all)).as(err.toString()).isZero();
    return out.toString();
  }

  private void assertFiles(String name, String... panels) throws IOException {
    JsonNode json = new ObjectMapper().readTree(results.resolve(name + ".json").toFile());
    assertThat(json.path("tables").path(0).path("rows").size()).isPositive();
    assertThat(Files.readString(results.resolve(name + ".svg"))).contains(panels);
  }
}
