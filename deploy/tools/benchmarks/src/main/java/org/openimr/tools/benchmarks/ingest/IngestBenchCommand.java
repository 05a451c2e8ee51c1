package org.openimr.tools.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.openimr.tools.benchmarks.report.BenchmarkReport.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openimr.schemas.topic.Topic;
import org.openimr.tools.benchmarks.baseline.KafkaPerfTest;
import org.openimr.tools.benchmarks.baseline.PdfBaseline;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.BenchmarkOptions;
import org.openimr.tools.benchmarks.cluster.BenchmarkProgress;
import org.openimr.tools.benchmarks.cluster.RunDirectory;
import org.openimr.tools.benchmarks.report.BenchmarkReport;
import org.openimr.tools.benchmarks.report.PlotPanel;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.LetterPdfRenderer;
import org.openimr.tools.generator.model.GeneratorSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code imr bench ingest}. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measure ingest: first texts over HTTP, each acknowledged after the broker has it, with"
          + " kafka-producer-perf-test of the same texts as the baseline; then PDFs in isolated"
          + " workers, with the PDFBox text stripper and one pdftotext process per letter as"
          + " baselines. Memory includes the workers; it counts as flat if the last fifth of the"
          + " time uses at most 5 %% more than the second fifth."
    },
    footer = {
      "",
      "pdftotext is part of the Debian package poppler-utils; its row says if it is not installed.",
      "",
      "Examples:",
      "  imr bench ingest                                 takes about two minutes",
      "  imr bench ingest --letters 600000 --pdfs 1000    three minutes of texts, to observe"
          + " memory",
      "  imr bench ingest --letters 1000 --pdfs 20000     mostly PDFs"
    })
public final class IngestBenchCommand implements Callable<Integer> {
  private static final long SEED = 8;
  private static final int MAX_DISTINCT = 2_000;
  private static final String PERF = "perf.texts";

  @Spec private CommandSpec spec;

  @Option(
      names = "--letters",
      paramLabel = "N",
      defaultValue = "60000",
      description =
          "Texts over HTTP, after a fifth as many for warm-up. Default: ${DEFAULT-VALUE}.")
  private int letters;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "32",
      description = "Concurrent requests. Default: ${DEFAULT-VALUE}.")
  private int connections;

  @Option(
      names = "--pdfs",
      paramLabel = "N",
      defaultValue = "5000",
      description = "PDFs, after a fifth as many for warm-up. Default: ${DEFAULT-VALUE}.")
  private int pdfs;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "256",
      description = "Heap of the service. Default: ${DEFAULT-VALUE}.")
  private int heap;

  @Mixin private BenchmarkOptions bench;

  private final BenchmarkProgress progress = new BenchmarkProgress();

  @Override
  public Integer call() throws IOException, InterruptedException {
    bench.validate(spec);
    BenchmarkReport report =
        new BenchmarkReport(
            "ingest", "%s; %d concurrent requests".formatted(bench.describe(heap), connections));
    LetterGenerator generator = new LetterGenerator(GeneratorSettings.withSeed(SEED));
    List<String> texts = new ArrayList<>();
    for (int index = 0; index < Math.min(letters, MAX_DISTINCT); index++) {
      texts.add(generator.generate(index).text());
    }
    List<byte[]> documents = documents(generator);
    List<PlotPanel> panels = new ArrayList<>();
    try (RunDirectory temporary = RunDirectory.createTemporary();
        BenchmarkCluster cluster =
            BenchmarkCluster.start(temporary.path(), Topic.LETTERS_RAW.partitions(), bench)) {
      IngestBenchmarkRun ingest = new IngestBenchmarkRun(cluster, bench, heap, progress);
      panels.addAll(http(report, ingest, texts));
      ingest.awaitAll();
      cluster.topics().create(PERF, Topic.LETTERS_RAW.partitions());
      report.addRow(
          "baseline: kafka-producer-perf-test of the same texts",
          new KafkaPerfTest(cluster).produce(PERF, texts, letters).describe("letters"));
      panels.addAll(pdfs(report, ingest, documents));
      PdfBaseline.measure(report, cluster, documents);
    }
    report.print(spec.commandLine().getOut());
    report.write(bench.out, panels);
    return 0;
  }

  private List<byte[]> documents(LetterGenerator generator) {
    List<byte[]> documents = new ArrayList<>();
    int distinct = Math.min(pdfs, MAX_DISTINCT);
    for (int index = 0; index < distinct; index++) {
      documents.add(LetterPdfRenderer.render(generator.generate(index).content(), true));
      progress.show("rendering PDFs", index + 1L, distinct);
    }
    progress.end();
    return documents;
  }

  private List<PlotPanel> http(
      BenchmarkReport report, IngestBenchmarkRun ingest, List<String> texts)
      throws IOException, InterruptedException {
    List<byte[]> bodies = texts.stream().map(text -> text.getBytes(UTF_8)).toList();
    try (HttpLoadGenerator client = ingest.startLoad(bodies.getFirst())) {
      client.post(bodies, Math.max(1, letters / 5), connections);
      client.resetCounts();
      IngestMeasurement measurement =
          ingest.measure(
              "texts over HTTP",
              letters,
              () -> client.responseCounts().acknowledged(),
              () -> client.post(bodies, letters, connections));
      HttpLoadGenerator.ResponseCounts responses = client.responseCounts();
      report
          .addRow(
              "texts over HTTP, acknowledged", format("%,.0f/s", letters / measurement.seconds()))
          .addRow("not acknowledged", Long.toString(responses.rejected()))
          .addRow("slowest response", responses.maxMillis() + " ms")
          .addRow(
              "CPU time of ingest per letter, including extraction",
              format("%.0f µs", measurement.processorSeconds() * 1e6 / letters));
      measurement.describeMemory(report);
      return measurement.panels(
          "texts over HTTP: acknowledged per second", "texts over HTTP: pending");
    }
  }

  private List<PlotPanel> pdfs(
      BenchmarkReport report, IngestBenchmarkRun ingest, List<byte[]> documents)
      throws IOException, InterruptedException {
    ingest.processPdfs(documents, Math.max(1, pdfs / 5));
    IngestMeasurement measurement = ingest.processPdfs(documents, pdfs);
    report
        .addRow("PDFs, isolated", format("%,.0f/s", pdfs / measurement.seconds()))
        .addRow(
            "PDFs, isolated, per core", format("%,.0f/s", pdfs / measurement.processorSeconds()));
    return measurement.panels("PDFs: processed per second", "PDFs: pending");
  }
}
