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
      "Measures the entrance: texts by HTTP, each acknowledged after the broker has it, with Kafka's"
          + " own kafka-producer-perf-test of the same texts as yardstick; then PDFs through the"
          + " isolated workers, with PDFBox's stripper alone, and pdftotext, a process a letter, as"
          + " yardsticks. Memory is that of the service with its workers; it counts as flat if the"
          + " last fifth of the time needs at most 5 %% more than the second fifth."
    },
    footer = {
      "",
      "pdftotext is of Debian's poppler-utils; where it is not, its row says so.",
      "",
      "Examples:",
      "  imr bench ingest                                 the whole, some two minutes",
      "  imr bench ingest --letters 600000 --pdfs 1000    three minutes of texts, to watch memory",
      "  imr bench ingest --letters 1000 --pdfs 20000     rather PDFs"
    })
public final class IngestBenchCommand implements Callable<Integer> {
  private static final long SEED = 8;
  private static final int DIFFERENT = 2_000;
  private static final String PERF = "perf.texts";

  @Spec private CommandSpec spec;

  @Option(
      names = "--letters",
      paramLabel = "N",
      defaultValue = "60000",
      description = "texts by HTTP, after a fifth as many to warm up: ${DEFAULT-VALUE}")
  private int letters;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "32",
      description = "requests at a time: ${DEFAULT-VALUE}")
  private int connections;

  @Option(
      names = "--pdfs",
      paramLabel = "N",
      defaultValue = "5000",
      description = "PDFs, after a fifth as many to warm up: ${DEFAULT-VALUE}")
  private int pdfs;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "256",
      description = "heap of the service: ${DEFAULT-VALUE}")
  private int heap;

  @Mixin private BenchmarkOptions bench;

  private final BenchmarkProgress progress = new BenchmarkProgress();

  @Override
  public Integer call() throws IOException, InterruptedException {
    bench.validate(spec);
    BenchmarkReport measured =
        new BenchmarkReport(
            "ingest", "%s; %d requests at a time".formatted(bench.describe(heap), connections));
    LetterGenerator generator = new LetterGenerator(GeneratorSettings.withSeed(SEED));
    List<String> texts = new ArrayList<>();
    for (int index = 0; index < Math.min(letters, DIFFERENT); index++) {
      texts.add(generator.generate(index).text());
    }
    List<byte[]> documents = documents(generator);
    List<PlotPanel> panels = new ArrayList<>();
    try (RunDirectory temporary = RunDirectory.createTemporary();
        BenchmarkCluster stack =
            BenchmarkCluster.start(temporary.path(), Topic.LETTERS_RAW.partitions(), bench)) {
      IngestBenchmarkRun ingest = new IngestBenchmarkRun(stack, bench, heap, progress);
      panels.addAll(http(measured, ingest, texts));
      ingest.awaitAll();
      stack.topics().create(PERF, Topic.LETTERS_RAW.partitions());
      measured.addRow(
          "yardstick: kafka-producer-perf-test of the same texts",
          new KafkaPerfTest(stack).produce(PERF, texts, letters).describe("letters"));
      panels.addAll(pdfs(measured, ingest, documents));
      PdfBaseline.measure(measured, stack, documents);
    }
    measured.print(spec.commandLine().getOut());
    measured.write(bench.out, panels);
    return 0;
  }

  private List<byte[]> documents(LetterGenerator generator) {
    List<byte[]> documents = new ArrayList<>();
    int different = Math.min(pdfs, DIFFERENT);
    for (int index = 0; index < different; index++) {
      documents.add(LetterPdfRenderer.render(generator.generate(index).content(), true));
      progress.show("making PDFs", index + 1L, different);
    }
    progress.end();
    return documents;
  }

  private List<PlotPanel> http(
      BenchmarkReport measured, IngestBenchmarkRun ingest, List<String> texts)
      throws IOException, InterruptedException {
    List<byte[]> bodies = texts.stream().map(text -> text.getBytes(UTF_8)).toList();
    try (HttpLoadGenerator entrance = ingest.entrance(bodies.getFirst())) {
      entrance.post(bodies, Math.max(1, letters / 5), connections);
      entrance.resetCounts();
      IngestMeasurement watch =
          ingest.measure(
              "texts by HTTP",
              letters,
              () -> entrance.responseCounts().acknowledged(),
              () -> entrance.post(bodies, letters, connections));
      HttpLoadGenerator.ResponseCounts answers = entrance.responseCounts();
      measured
          .addRow("texts by HTTP, acknowledged", format("%,.0f/s", letters / watch.seconds()))
          .addRow("not acknowledged", Long.toString(answers.refused()))
          .addRow("slowest acknowledgement", answers.maxMillis() + " ms")
          .addRow(
              "processor time of ingest a letter, extraction beside it",
              format("%.0f µs", watch.processorSeconds() * 1e6 / letters));
      watch.describeMemory(measured);
      return watch.panels("texts by HTTP: acknowledged a second", "texts by HTTP: not read yet");
    }
  }

  private List<PlotPanel> pdfs(
      BenchmarkReport measured, IngestBenchmarkRun ingest, List<byte[]> documents)
      throws IOException, InterruptedException {
    ingest.readPdfs(documents, Math.max(1, pdfs / 5));
    IngestMeasurement watch = ingest.readPdfs(documents, pdfs);
    measured
        .addRow("PDFs, isolated", format("%,.0f/s", pdfs / watch.seconds()))
        .addRow("PDFs, isolated, a core", format("%,.0f/s", pdfs / watch.processorSeconds()));
    return watch.panels("PDFs: read a second", "PDFs: not read yet");
  }
}
