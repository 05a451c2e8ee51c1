package org.openimr.ingest.extract.worker;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.ingest.extract.pdf.PdfTextExtractor;

/**
 * Main class of a PDF worker process. It reads documents from standard input and writes results to
 * standard output, starting with the result of a warm-up document when it is ready. It exits at the
 * end of its input.
 *
 * <p>The service kills a worker that exceeds the time limit. In case the service itself has been
 * killed, the worker halts after twice the time for which a service would wait.
 */
final class PdfWorkerMain {
  private final ExtractionLimits limits;
  private final PdfTextExtractor pdfText;
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("watchdog").unstarted(task));

  private PdfWorkerMain(ExtractionLimits limits) {
    this.limits = limits;
    this.pdfText = new PdfTextExtractor(limits);
  }

  public static void main(String[] arguments) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
    // output of libraries must not corrupt the protocol
    System.setOut(new PrintStream(System.err, true));
    new PdfWorkerMain(PdfWorkerCommand.limits(arguments))
        .serve(new DataInputStream(System.in), out);
  }

  private void serve(DataInputStream in, DataOutputStream out) throws IOException {
    // loads classes before the time limit of the first document applies
    WorkerProtocol.writeResult(out, pdfText.extract(warmUpDocument()));
    try {
      while (true) {
        WorkerProtocol.writeResult(out, extract(WorkerProtocol.readDocument(in, limits)));
      }
    } catch (EOFException e) {
      watchdog.shutdownNow();
    }
  }

  private ExtractionResult extract(byte[] pdf) {
    Duration timeout = CpuTimeLimit.maxWait(limits.maxTime()).multipliedBy(2);
    ScheduledFuture<?> halt =
        watchdog.schedule(
            () -> Runtime.getRuntime().halt(1), timeout.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return pdfText.extract(pdf);
    } finally {
      halt.cancel(false);
    }
  }

  private static byte[] warmUpDocument() throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream contents = new PDPageContentStream(document, page)) {
        contents.beginText();
        contents.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        contents.showText("ready");
        contents.endText();
      }
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
