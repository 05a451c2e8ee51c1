package org.openimr.benchmarks.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.embedded.ChildJvm;
import org.openimr.embedded.FreePorts;
import org.openimr.generate.GeneratorSettings;
import org.openimr.generate.LetterGenerator;
import org.openimr.generate.LetterPdf;
import org.openimr.ingest.IngestService;
import org.openimr.ingest.IngestSettings;
import org.openimr.ingest.extract.Limits;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.schemas.Topic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code imr bench ingest}. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures the entrance: texts by HTTP, each acknowledged after the broker has it, with a bare"
          + " producer of the same bytes as yardstick; then PDFs through the isolated workers, with"
          + " PDFBox in one process and pdftotext, a process a letter, as yardsticks."
    },
    footer = {"", "Examples:", "  imr bench ingest                    the whole, some minutes"})
final class IngestBench implements Callable<Integer> {
  private static final long SEED = 8;
  private static final int TEXTS = 2_000;
  private static final Duration SAMPLE = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final double MIB = 1024 * 1024;
  private static final int ACCEPTED = 202;

  /** Letters of a yardstick that takes long. */
  private static final int FEW = 300;

  @Spec private CommandSpec spec;

  @Option(
      names = "--letters",
      paramLabel = "N",
      defaultValue = "60000",
      description = "texts by HTTP: ${DEFAULT-VALUE}")
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
      description = "PDFs: ${DEFAULT-VALUE}")
  private int pdfs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/bench",
      description = "folder for JSON and plot: ${DEFAULT-VALUE}")
  private Path out;

  private final Progress progress = new Progress(System.err);
  private final List<Plot.Point> memory = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Measured measured =
        new Measured("ingest", "Kafka 4.3.1, ingest with its defaults, heap 256 MB");
    try (Folders temporary = Folders.temporary();
        Stack stack = Stack.start(temporary.folder(), Topic.LETTERS_RAW.partitions())) {
      LetterGenerator generator = new LetterGenerator(GeneratorSettings.seeded(SEED));
      List<byte[]> texts = texts(generator);
      List<byte[]> documents = documents(generator);
      int port = FreePorts.choose(1).getFirst();
      ChildJvm ingest =
          stack.service("ingest", IngestService.class, List.of("-Xmx256m"), settings(stack, port));
      http(measured, stack, ingest, texts, port);
      producer(measured, stack, texts);
      pdfs(measured, stack, ingest, documents);
      yardsticks(measured, documents);
    }
    measured.print(spec.commandLine().getOut());
    measured.write(out, List.of(new Plot.Panel("ingest: resident memory, MiB", memory)));
    return 0;
  }

  private static Map<String, String> settings(Stack stack, int port) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(IngestSettings.STATE.key(), stack.folder().resolve("ingest").toString());
    settings.put(IngestSettings.HTTP_PORT.key(), Integer.toString(port));
    return settings;
  }

  private static List<byte[]> texts(LetterGenerator generator) {
    return IntStream.range(0, TEXTS)
        .mapToObj(index -> generator.letter(index).text().getBytes(UTF_8))
        .toList();
  }

  private List<byte[]> documents(LetterGenerator generator) {
    List<byte[]> documents = new ArrayList<>();
    for (int index = 0; index < Math.min(pdfs, TEXTS); index++) {
      documents.add(LetterPdf.of(generator.letter(index).manuscript(), true));
      progress.show("making PDFs", index + 1L, pdfs);
    }
    progress.end();
    return documents;
  }

  private void http(Measured measured, Stack stack, ChildJvm ingest, List<byte[]> texts, int port)
      throws InterruptedException {
    URI entrance = URI.create("http://127.0.0.1:" + port + "/v1/letters");
    try (HttpClient client = HttpClient.newHttpClient()) {
      awaitEntrance(client, entrance, texts.getFirst());
      post(client, entrance, texts, letters / 5, new AtomicLong());
      AtomicLong slowest = new AtomicLong();
      ProcessUsage before = ProcessUsage.of(ingest.pid());
      Instant start = Instant.now();
      Thread watch = Thread.ofPlatform().daemon().start(() -> watchMemory(ingest, start));
      int refused = post(client, entrance, texts, letters, slowest);
      watch.interrupt();
      long millis = Duration.between(start, Instant.now()).toMillis();
      ProcessUsage after = ProcessUsage.of(ingest.pid());
      measured
          .add("texts by HTTP, acknowledged", figure("%,.0f/s", letters * 1e3 / millis))
          .add("not acknowledged", Integer.toString(refused))
          .add("slowest acknowledgement", slowest.get() + " ms")
          .add(
              "processor time of ingest a letter, extraction beside it",
              figure(
                  "%.0f µs", after.processor().minus(before.processor()).toNanos() / 1e3 / letters))
          .add("resident memory before", figure("%,.0f MiB", before.memoryBytes() / MIB))
          .add("resident memory after", figure("%,.0f MiB", after.memoryBytes() / MIB));
    }
  }

  private void watchMemory(ChildJvm ingest, Instant start) {
    while (!Thread.currentThread().isInterrupted()) {
      double at = Duration.between(start, Instant.now()).toMillis() / 1000.0;
      memory.add(new Plot.Point(at, ProcessUsage.of(ingest.pid()).memoryBytes() / MIB));
      LockSupport.parkNanos(SAMPLE.toNanos());
    }
  }

  private static void awaitEntrance(HttpClient client, URI entrance, byte[] text)
      throws InterruptedException {
    Instant limit = Instant.now().plus(PATIENCE);
    while (status(client, entrance, text) != ACCEPTED && Instant.now().isBefore(limit)) {
      LockSupport.parkNanos(SAMPLE.toNanos());
    }
  }

  private int post(
      HttpClient client, URI entrance, List<byte[]> texts, int count, AtomicLong slowest)
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      senders.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int index; (index = next.getAndIncrement()) < count; ) {
                      long start = System.nanoTime();
                      if (status(client, entrance, texts.get(index % texts.size())) != ACCEPTED) {
                        refused.incrementAndGet();
                      }
                      long millis = (System.nanoTime() - start) / 1_000_000;
                      slowest.accumulateAndGet(millis, Math::max);
                    }
                  }));
    }
    for (Thread sender : senders) {
      sender.join();
      progress.show("texts by HTTP", Math.min(count, next.get()), count);
    }
    progress.end();
    return refused.get();
  }

  private static int status(HttpClient client, URI entrance, byte[] text) {
    HttpRequest request =
        HttpRequest.newBuilder(entrance)
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofByteArray(text))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private void producer(Measured measured, Stack stack, List<byte[]> texts)
      throws InterruptedException {
    stack.createTopic("bench.texts");
    Instant start = Instant.now();
    try (Producer<byte[], byte[]> producer = bare(stack)) {
      for (int index = 0; index < letters; index++) {
        producer.send(new ProducerRecord<>("bench.texts", texts.get(index % texts.size())));
      }
    }
    long millis = Duration.between(start, Instant.now()).toMillis();
    measured.add("yardstick: a bare producer", figure("%,.0f/s", letters * 1e3 / millis));
  }

  private static Producer<byte[], byte[]> bare(Stack stack) {
    return new KafkaProducer<>(
        new TreeMap<String, Object>(stack.settings().kafka()),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private void pdfs(Measured measured, Stack stack, ChildJvm ingest, List<byte[]> documents)
      throws InterruptedException, IOException {
    awaitThrough(stack, "imr-ingest", "texts through ingest");
    Duration before = whole(ingest);
    Instant start = Instant.now();
    try (Producer<byte[], byte[]> producer = bare(stack)) {
      for (int index = 0; index < pdfs; index++) {
        byte[] document = documents.get(index % documents.size());
        producer.send(new ProducerRecord<>(Topic.LETTERS_RAW.topicName(), document));
      }
    }
    awaitThrough(stack, "imr-ingest", "PDFs through ingest");
    double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
    double processor = whole(ingest).minus(before).toMillis() / 1000.0;
    measured
        .add("PDFs, isolated", figure("%,.0f/s", pdfs / seconds))
        .add("PDFs, isolated, a core", figure("%,.0f/s", pdfs / processor));
  }

  /** Processor time of a service with its worker processes. */
  private static Duration whole(ChildJvm service) {
    return ProcessHandle.of(service.pid()).stream()
        .flatMap(ProcessHandle::descendants)
        .map(worker -> ProcessUsage.of(worker.pid()).processor())
        .reduce(ProcessUsage.of(service.pid()).processor(), Duration::plus);
  }

  private void awaitThrough(Stack stack, String group, String what)
      throws InterruptedException, IOException {
    GroupProgress reading = GroupProgress.on(stack.admin(), Topic.LETTERS_RAW);
    Instant limit = Instant.now().plus(PATIENCE);
    long done = 0;
    while (done < reading.records()) {
      LockSupport.parkNanos(SAMPLE.toNanos());
      long now = reading.committed(group);
      limit = now > done ? Instant.now().plus(PATIENCE) : limit;
      done = now;
      progress.show(what, done, reading.records());
      if (Instant.now().isAfter(limit)) {
        throw new IOException("ingest does not go on; its log is in " + stack.folder());
      }
    }
    progress.end();
  }

  private void yardsticks(Measured measured, List<byte[]> documents)
      throws IOException, InterruptedException {
    try (TextExtractor stripper = TextExtractor.inProcess(Limits.DEFAULT)) {
      documents.stream().limit(FEW).forEach(stripper::extract);
      Instant start = Instant.now();
      documents.forEach(stripper::extract);
      double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
      measured.add(
          "yardstick: PDFBox in this process, one thread",
          figure("%,.0f/s", documents.size() / seconds));
    }
    measured.add("yardstick: pdftotext, a process a letter", pdftotext(documents));
  }

  private static String pdftotext(List<byte[]> documents) throws IOException, InterruptedException {
    Path file = Files.createTempFile("imr-bench", ".pdf");
    try {
      int count = Math.min(FEW, documents.size());
      Instant start = Instant.now();
      for (byte[] document : documents.subList(0, count)) {
        Files.write(file, document);
        int exit =
            new ProcessBuilder("pdftotext", file.toString(), "-")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
          return "failed";
        }
      }
      double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
      return figure("%,.0f/s", count / seconds);
    } catch (IOException e) {
      return "not on this machine (poppler-utils)";
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String figure(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
