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
 * The process that reads PDFs for a service: documents in on standard input, answers out on
 * standard output, an empty one first when it is ready. It ends when its input does.
 *
 * <p>Its service ends it when a document takes too long. Should the service itself be gone, it ends
 * by its own after twice the time that a service would wait.
 */
final class PdfWorkerMain {
  private final ExtractionLimits limits;
  private final PdfTextExtractor pdfText;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("own-end").unstarted(task));

  private PdfWorkerMain(ExtractionLimits limits) {
    this.limits = limits;
    this.pdfText = new PdfTextExtractor(limits);
  }

  public static void main(String[] arguments) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
    // whatever a library prints must not come between the answers
    System.setOut(new PrintStream(System.err, true));
    new PdfWorkerMain(PdfWorkerCommand.limits(arguments))
        .serve(new DataInputStream(System.in), out);
  }

  private void serve(DataInputStream in, DataOutputStream out) throws IOException {
    // what the first document needs is loaded before its time counts
    WorkerProtocol.writeExtraction(out, pdfText.extract(specimen()));
    try {
      while (true) {
        WorkerProtocol.writeExtraction(out, extract(WorkerProtocol.readDocument(in, limits)));
      }
    } catch (EOFException e) {
      clock.shutdownNow();
    }
  }

  private ExtractionResult extract(byte[] pdf) {
    Duration twice = CpuTimeLimit.maxWait(limits.maxTime()).multipliedBy(2);
    ScheduledFuture<?> end =
        clock.schedule(() -> Runtime.getRuntime().halt(1), twice.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return pdfText.extract(pdf);
    } finally {
      end.cancel(false);
    }
  }

  private static byte[] specimen() throws IOException {
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
