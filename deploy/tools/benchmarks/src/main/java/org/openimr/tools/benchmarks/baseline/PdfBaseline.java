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
 * The same PDFs without the pipeline: what their text costs at least. PDFBox is asked in a JVM of
 * its own, for the command's own is not one that compiles well.
 */
public final class PdfBaseline {
  private static final String NAME = "pdf-yardsticks";
  private static final List<String> FLAGS = List.of("-Xmx512m", "-XX:+UseSerialGC");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String EXTRACTOR = "the extractor without isolation, a core";
  private static final String STRIPPER = "yardstick: PDFBox's stripper alone, a core";

  /** Letters of the yardstick that takes long. */
  private static final int FEW = 300;

  private PdfBaseline() {}

  /** Reads the PDFs of a folder and says how many a second, a line each. */
  public static void main(String[] arguments) throws IOException {
    List<byte[]> documents = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.sorted().toList()) {
        documents.add(Files.readAllBytes(file));
      }
    }
    try (TextExtractor extractor = TextExtractor.inProcess(ExtractionLimits.DEFAULT)) {
      say(EXTRACTOR, rate(documents, extractor::extract));
    }
    say(STRIPPER, rate(documents, PdfBaseline::strip));
  }

  private static void say(String what, double rate) {
    System.out.println(what + "=" + format("%,.0f/s", rate));
  }

  /** Letters a second of this thread's processor time, once all have been read before. */
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

  /** Adds PDFBox in one thread, in our reader's way and alone; then pdftotext, a process each. */
  public static void measure(
      BenchmarkReport measured, BenchmarkCluster stack, List<byte[]> documents)
      throws IOException, InterruptedException {
    List<Path> files = written(stack.folder().resolve("pdfs"), documents);
    new BenchmarkProgress().show("PDFBox alone, then pdftotext");
    List<String> arguments = List.of(files.getFirst().getParent().toString());
    try (ChildJvm reader = stack.program(NAME, PdfBaseline.class, FLAGS, arguments)) {
      if (reader.exitCode(PATIENCE).orElse(-1) != 0) {
        throw stack.failure(NAME);
      }
    }
    Files.readAllLines(stack.log(NAME)).stream()
        .map(line -> line.split("=", 2))
        .filter(parts -> List.of(EXTRACTOR, STRIPPER).contains(parts[0]))
        .forEach(parts -> measured.addRow(parts[0], parts[1]));
    measured.addRow(
        "yardstick: pdftotext, a process a letter, one at a time",
        pdftotext(files.subList(0, Math.min(FEW, files.size()))));
  }

  private static List<Path> written(Path folder, List<byte[]> documents) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (byte[] document : documents) {
      files.add(Files.write(folder.resolve("%05d.pdf".formatted(files.size())), document));
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
      return "not on this machine (poppler-utils)";
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
