package org.openimr.benchmarks.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.openimr.benchmarks.pipeline.Measured.figure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openimr.generate.GeneratorSettings;
import org.openimr.generate.LetterGenerator;
import org.openimr.generate.LetterPdf;
import org.openimr.schemas.Topic;
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
final class IngestBench implements Callable<Integer> {
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

  @Mixin private BenchOptions bench;

  private final Progress progress = new Progress();

  @Override
  public Integer call() throws IOException, InterruptedException {
    bench.check(spec);
    Measured measured =
        new Measured(
            "ingest", "%s; %d requests at a time".formatted(bench.described(heap), connections));
    LetterGenerator generator = new LetterGenerator(GeneratorSettings.seeded(SEED));
    List<String> texts = new ArrayList<>();
    for (int index = 0; index < Math.min(letters, DIFFERENT); index++) {
      texts.add(generator.letter(index).text());
    }
    List<byte[]> documents = documents(generator);
    List<Panel> panels = new ArrayList<>();
    try (Folders temporary = Folders.temporary();
        Stack stack = Stack.start(temporary.folder(), Topic.LETTERS_RAW.partitions(), bench)) {
      IngestRun ingest = new IngestRun(stack, bench, heap, progress);
      panels.addAll(http(measured, ingest, texts));
      ingest.awaitAll();
      stack.topics().create(PERF, Topic.LETTERS_RAW.partitions());
      measured.add(
          "yardstick: kafka-producer-perf-test of the same texts",
          new PerfTest(stack).produce(PERF, texts, letters).described("letters"));
      panels.addAll(pdfs(measured, ingest, documents));
      PdfYardsticks.measure(measured, stack, documents);
    }
    measured.print(spec.commandLine().getOut());
    measured.write(bench.out, panels);
    return 0;
  }

  private List<byte[]> documents(LetterGenerator generator) {
    List<byte[]> documents = new ArrayList<>();
    int different = Math.min(pdfs, DIFFERENT);
    for (int index = 0; index < different; index++) {
      documents.add(LetterPdf.of(generator.letter(index).manuscript(), true));
      progress.show("making PDFs", index + 1L, different);
    }
    progress.end();
    return documents;
  }

  private List<Panel> http(Measured measured, IngestRun ingest, List<String> texts)
      throws IOException, InterruptedException {
    List<byte[]> bodies = texts.stream().map(text -> text.getBytes(UTF_8)).toList();
    try (Entrance entrance = ingest.entrance(bodies.getFirst())) {
      entrance.post(bodies, Math.max(1, letters / 5), connections);
      entrance.forget();
      IngestWatch watch =
          ingest.watch(
              "texts by HTTP",
              letters,
              () -> entrance.answers().acknowledged(),
              () -> entrance.post(bodies, letters, connections));
      Entrance.Answers answers = entrance.answers();
      measured
          .add("texts by HTTP, acknowledged", figure("%,.0f/s", letters / watch.seconds()))
          .add("not acknowledged", Long.toString(answers.refused()))
          .add("slowest acknowledgement", answers.slowestMillis() + " ms")
          .add(
              "processor time of ingest a letter, extraction beside it",
              figure("%.0f µs", watch.processorSeconds() * 1e6 / letters));
      watch.describeMemory(measured);
      return watch.panels("texts by HTTP: acknowledged a second", "texts by HTTP: not read yet");
    }
  }

  private List<Panel> pdfs(Measured measured, IngestRun ingest, List<byte[]> documents)
      throws IOException, InterruptedException {
    ingest.readPdfs(documents, Math.max(1, pdfs / 5));
    IngestWatch watch = ingest.readPdfs(documents, pdfs);
    measured
        .add("PDFs, isolated", figure("%,.0f/s", pdfs / watch.seconds()))
        .add("PDFs, isolated, a core", figure("%,.0f/s", pdfs / watch.processorSeconds()));
    return watch.panels("PDFs: read a second", "PDFs: not read yet");
  }
}
