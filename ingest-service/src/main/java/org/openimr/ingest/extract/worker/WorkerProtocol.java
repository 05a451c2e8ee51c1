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
import org.openimr.ingest.extract.pdf.PdfTextExtractor;

/**
 * What a service and the process that reads its PDFs say to each other: each block of bytes is
 * preceded by its length. The service does not trust the other side, so all lengths are bounded.
 */
final class WorkerProtocol {
  private static final int SHORT_TEXT = 1000;
  private static final byte EXTRACTED = 1;
  private static final byte REFUSED = 2;

  private WorkerProtocol() {}

  static void writeDocument(DataOutputStream out, byte[] pdf) throws IOException {
    writeBlock(out, pdf);
    out.flush();
  }

  static byte[] readDocument(DataInputStream in, ExtractionLimits limits) throws IOException {
    return readBlock(in, limits.maxBytes());
  }

  static void writeExtraction(DataOutputStream out, ExtractionResult extraction)
      throws IOException {
    switch (extraction) {
      case ExtractedText extracted -> writeExtracted(out, extracted);
      case ExtractionFailure refused -> writeRefused(out, refused);
    }
    out.flush();
  }

  static ExtractionResult readExtraction(DataInputStream in, ExtractionLimits limits)
      throws IOException {
    return switch (in.readByte()) {
      case EXTRACTED -> readExtracted(in, limits);
      case REFUSED -> readRefused(in);
      default -> throw new IOException("no answer that this service knows");
    };
  }

  private static void writeExtracted(DataOutputStream out, ExtractedText extracted)
      throws IOException {
    out.writeByte(EXTRACTED);
    out.writeInt(extracted.pageStarts().size());
    for (int start : extracted.pageStarts()) {
      out.writeInt(start);
    }
    writeBlock(out, extracted.text().getBytes(UTF_8));
  }

  private static ExtractedText readExtracted(DataInputStream in, ExtractionLimits limits)
      throws IOException {
    int pages = bounded(in.readInt(), limits.maxPages());
    List<Integer> starts = new ArrayList<>(pages);
    for (int i = 0; i < pages; i++) {
      starts.add(in.readInt());
    }
    // three bytes hold any UTF-16 code unit
    String text = new String(readBlock(in, 3L * limits.maxCharacters()), UTF_8);
    return new ExtractedText(
        text,
        starts,
        ExtractedText.Method.PDF_TEXT,
        OptionalInt.of(pages),
        PdfTextExtractor.MEDIA_TYPE);
  }

  private static void writeRefused(DataOutputStream out, ExtractionFailure refused)
      throws IOException {
    out.writeByte(REFUSED);
    out.writeInt(refused.code().ordinal());
    writeBlock(out, refused.field().getBytes(UTF_8));
    writeBlock(out, refused.message().getBytes(UTF_8));
  }

  private static ExtractionFailure readRefused(DataInputStream in) throws IOException {
    ExtractionFailure.Code[] codes = ExtractionFailure.Code.values();
    ExtractionFailure.Code code = codes[bounded(in.readInt(), codes.length - 1)];
    String field = new String(readBlock(in, SHORT_TEXT), UTF_8);
    return new ExtractionFailure(code, field, new String(readBlock(in, SHORT_TEXT), UTF_8));
  }

  private static void writeBlock(DataOutputStream out, byte[] block) throws IOException {
    out.writeInt(block.length);
    out.write(block);
  }

  private static byte[] readBlock(DataInputStream in, long most) throws IOException {
    int length = bounded(in.readInt(), most);
    byte[] block = in.readNBytes(length);
    if (block.length < length) {
      throw new EOFException();
    }
    return block;
  }

  private static int bounded(int length, long most) throws IOException {
    if (length < 0 || length > most) {
      throw new IOException("a length out of bounds");
    }
    return length;
  }
}
