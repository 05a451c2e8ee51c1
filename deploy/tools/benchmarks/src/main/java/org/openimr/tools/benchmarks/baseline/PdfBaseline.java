package org.openimr.tools.benchmarks.baseline;

import static org.openimr.tools.benchmarks.report.BenchmarkReport.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.standalone.process.ChildJvm;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.BenchmarkProgress;
import org.openimr.tools.benchmarks.report.BenchmarkReport;

/**
 * Extracts text from the same PDFs without the pipeline. PDFBox runs in a separate JVM, because the
 * JVM of the command is tuned for a fast start.
 */
public final class PdfBaseline {
  private static final String NAME = "pdf-baselines";
  private static final List<String> FLAGS = List.of("-Xmx512m", "-XX:+UseSerialGC");
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final String EXTRACTOR = "extractor without isolation, per core";
  private static final String STRIPPER = "baseline: PDFBox text stripper, per core";

  /** Maximum letters of the slow baseline. */
  private static final int MAX_PDFTOTEXT_LETTERS = 300;

  private PdfBaseline() {}

  /** Reads the PDFs of a directory and prints one rate per line. */
  public static void main(String[] arguments) throws IOException {
    List<byte[]> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.sorted().toList()) {
        documents.add(Files.readAllBytes(file));
      }
    }
    try (TextExtractor extractor = TextExtractor.inProcess(ExtractionLimits.DEFAULT)) {
      print(EXTRACTOR, rate(documents, extractor::extract));
    }
    print(STRIPPER, rate(documents, PdfBaseline::strip));
  }

  private static void print(String name, double rate) {
    System.out.println(name + "=" + format("%,.0f/s", rate));
  }

  /** Letters per second of CPU time of this thread, after a warm-up. */
  private static double rate(List<byte[]> documents, Consumer<byte[]> read) {
    documents.forEach(read);
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    documents.forEach(read);
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    return documents.size() / (nanos / 1e9);
  }

  private static void strip(byte[] document) {
    try (PDDocument pdf = Loader.loadPDF(document)) {
      new PDFTextStripper().getText(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds the rates of the extractor and of PDFBox in one thread, and of pdftotext processes. */
  public static void measure(
      BenchmarkReport report, BenchmarkCluster cluster, List<byte[]> documents)
      throws IOException, InterruptedException {
    Path directory = cluster.folder().resolve("pdfs");
    List<Path> files = write(directory, documents);
    new BenchmarkProgress().show("measuring PDFBox and pdftotext");
    List<String> arguments = List.of(directory.toString());
    try (ChildJvm reader = cluster.program(NAME, PdfBaseline.class, FLAGS, arguments)) {
      if (reader.exitCode(TIMEOUT).orElse(-1) != 0) {
        throw cluster.failure(NAME);
      }
    }
    Files.readAllLines(cluster.log(NAME)).stream()
        .map(line -> line.split("=", 2))
        .filter(parts -> List.of(EXTRACTOR, STRIPPER).contains(parts[0]))
        .forEach(parts -> report.addRow(parts[0], parts[1]));
    report.addRow(
        "baseline: pdftotext, one process per letter, sequential",
        pdftotext(files.subList(0, Math.min(MAX_PDFTOTEXT_LETTERS, files.size()))));
  }

  private static List<Path> write(Path directory, List<byte[]> documents) throws IOException {
    Files.createDirectories(directory);
    List<Path> files = new ArrayList<>();
    for (byte[] document : documents) {
      files.add(Files.write(directory.resolve("%05d.pdf".formatted(files.size())), document));
    }
    return files;
  }

  private static String pdftotext(List<Path> files) throws InterruptedException {
    long start = System.nanoTime();
    try {
      for (Path file : files) {
        if (run("pdftotext", file.toString(), "-") != 0) {
          return "failed";
        }
      }
    } catch (IOException e) {
      return "not installed (poppler-utils)";
    }
    return format("%,.0f/s", files.size() / ((System.nanoTime() - start) / 1e9));
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
