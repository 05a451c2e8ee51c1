package org.openimr.ingest.extract.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.ingest.extract.model.ExtractionWarning;
import org.openimr.ingest.extract.pdf.PdfTextExtractor;

/**
 * The protocol between a service and its PDF worker processes. Each block of bytes is preceded by
 * its length. The service does not trust the worker, so all lengths are bounded.
 */
final class WorkerProtocol {
  private static final int MAX_MESSAGE_BYTES = 1000;
  private static final byte EXTRACTED = 1;
  private static final byte FAILED = 2;

  private WorkerProtocol() {}

  static void writeDocument(DataOutputStream out, byte[] pdf) throws IOException {
    writeBlock(out, pdf);
    out.flush();
  }

  static byte[] readDocument(DataInputStream in, ExtractionLimits limits) throws IOException {
    return readBlock(in, limits.maxBytes());
  }

  static void writeResult(DataOutputStream out, ExtractionResult extraction) throws IOException {
    switch (extraction) {
      case ExtractedText extracted -> writeText(out, extracted);
      case ExtractionFailure failure -> writeFailure(out, failure);
    }
    out.flush();
  }

  static ExtractionResult readResult(DataInputStream in, ExtractionLimits limits)
      throws IOException {
    return switch (in.readByte()) {
      case EXTRACTED -> readText(in, limits);
      case FAILED -> readFailure(in);
      default -> throw new IOException("unknown result type");
    };
  }

  private static void writeText(DataOutputStream out, ExtractedText extracted) throws IOException {
    out.writeByte(EXTRACTED);
    out.writeInt(extracted.pageStarts().size());
    for (int start : extracted.pageStarts()) {
      out.writeInt(start);
    }
    writeBlock(out, extracted.text().getBytes(UTF_8));
    writeWarnings(out, extracted.warnings());
  }

  private static ExtractedText readText(DataInputStream in, ExtractionLimits limits)
      throws IOException {
    int pages = bounded(in.readInt(), limits.maxPages());
    List<Integer> starts = new ArrayList<>(pages);
    for (int i = 0; i < pages; i++) {
      starts.add(in.readInt());
    }
    // a UTF-16 code unit takes at most three bytes in UTF-8
    String text = new String(readBlock(in, 3L * limits.maxCharacters()), UTF_8);
    return new ExtractedText(
        text,
        starts,
        ExtractedText.Method.PDF_TEXT,
        OptionalInt.of(pages),
        PdfTextExtractor.MEDIA_TYPE,
        readWarnings(in, limits));
  }

  @SuppressWarnings("EnumOrdinal") // both processes run the same classes
  private static void writeWarnings(DataOutputStream out, List<ExtractionWarning> warnings)
      throws IOException {
    out.writeInt(warnings.size());
    for (ExtractionWarning warning : warnings) {
      out.writeInt(warning.code().ordinal());
      out.writeInt(warning.page());
      writeBlock(out, warning.message().getBytes(UTF_8));
    }
  }

  /** Reads at most one warning per code and page, plus one per code about the whole document. */
  private static List<ExtractionWarning> readWarnings(DataInputStream in, ExtractionLimits limits)
      throws IOException {
    ExtractionWarning.Code[] codes = ExtractionWarning.Code.values();
    int count = bounded(in.readInt(), (limits.maxPages() + 1L) * codes.length);
    List<ExtractionWarning> warnings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ExtractionWarning.Code code = codes[bounded(in.readInt(), codes.length - 1)];
      int page = bounded(in.readInt(), limits.maxPages());
      String message = new String(readBlock(in, MAX_MESSAGE_BYTES), UTF_8);
      warnings.add(new ExtractionWarning(code, page, message));
    }
    return warnings;
  }

  @SuppressWarnings("EnumOrdinal") // both processes run the same classes
  private static void writeFailure(DataOutputStream out, ExtractionFailure failure)
      throws IOException {
    out.writeByte(FAILED);
    out.writeInt(failure.code().ordinal());
    writeBlock(out, failure.field().getBytes(UTF_8));
    writeBlock(out, failure.message().getBytes(UTF_8));
  }

  private static ExtractionFailure readFailure(DataInputStream in) throws IOException {
    ExtractionFailure.Code[] codes = ExtractionFailure.Code.values();
    ExtractionFailure.Code code = codes[bounded(in.readInt(), codes.length - 1)];
    String field = new String(readBlock(in, MAX_MESSAGE_BYTES), UTF_8);
    return new ExtractionFailure(code, field, new String(readBlock(in, MAX_MESSAGE_BYTES), UTF_8));
  }

  private static void writeBlock(DataOutputStream out, byte[] block) throws IOException {
    out.writeInt(block.length);
    out.write(block);
  }

  private static byte[] readBlock(DataInputStream in, long max) throws IOException {
    int length = bounded(in.readInt(), max);
    byte[] block = in.readNBytes(length);
    if (block.length < length) {
      throw new EOFException();
    }
    return block;
  }

  private static int bounded(int length, long max) throws IOException {
    if (length < 0 || length > max) {
      throw new IOException("length out of bounds");
    }
    return length;
  }
}
