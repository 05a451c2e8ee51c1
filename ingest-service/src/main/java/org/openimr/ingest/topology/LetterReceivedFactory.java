package org.openimr.ingest.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openimr.event.DocumentPart;
import org.openimr.event.Extraction;
import org.openimr.event.ExtractionMethod;
import org.openimr.event.LetterReceived;
import org.openimr.event.Source;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionWarning;
import org.openimr.parser.letter.boundary.LetterBoundaries;
import org.openimr.parser.letter.header.CaseKey;
import org.openimr.schemas.event.LetterId;
import org.openimr.schemas.event.LetterPart;
import org.openimr.schemas.event.Sha256;

/** Creates the events of a document whose text was extracted. Usable without Kafka. */
public final class LetterReceivedFactory {
  private LetterReceivedFactory() {}

  /**
   * A received document.
   *
   * @param uri address of the document, if its sender gave one
   * @param name file name of the document, if its sender gave one
   * @param documentId SHA-256 of the document's bytes, 64 hex digits
   * @param sizeBytes number of the document's bytes
   * @param receivedAt when the document was received
   */
  public record Document(
      Optional<String> uri,
      Optional<String> name,
      String documentId,
      long sizeBytes,
      Instant receivedAt) {

    /** Describes a document by its bytes. */
    public static Document of(
        Optional<String> uri, Optional<String> name, byte[] bytes, Instant receivedAt) {
      return new Document(uri, name, Sha256.hex(bytes), bytes.length, receivedAt);
    }
  }

  /**
   * Creates one event per letter of a document, in the order of the document. A document whose
   * letters cannot be separated is one letter; the parser rejects it.
   */
  public static List<LetterReceived> create(Document document, ExtractedText text) {
    return switch (LetterBoundaries.find(text.text())) {
      case LetterBoundaries.SeveralLetters several -> parts(document, text, several.letters());
      case LetterBoundaries.OneLetter ignored -> List.of(whole(document, text));
      case LetterBoundaries.Disordered ignored -> List.of(whole(document, text));
      case LetterBoundaries.Inseparable ignored -> List.of(whole(document, text));
    };
  }

  private static LetterReceived whole(Document document, ExtractedText text) {
    return letter(
        document,
        document.documentId(),
        text,
        text.text(),
        text.pageStarts(),
        pageCount(text),
        text.warnings(),
        null);
  }

  private static List<LetterReceived> parts(
      Document document, ExtractedText text, List<LetterBoundaries.Range> ranges) {
    List<LetterReceived> letters = new ArrayList<>(ranges.size());
    for (LetterBoundaries.Range range : ranges) {
      int number = letters.size() + 1;
      List<Integer> pageStarts = pageStarts(text, range);
      boolean hasPages = text.pageCount().isPresent();
      DocumentPart part =
          new DocumentPart(
              document.documentId(),
              number,
              ranges.size(),
              range.start(),
              hasPages ? pageAt(text, range.start()) : null);
      letters.add(
          letter(
              document,
              LetterId.of(
                  document.documentId(), Optional.of(new LetterPart(number, ranges.size()))),
              text,
              text.text().substring(range.start(), range.end()),
              pageStarts,
              hasPages ? pageStarts.size() : null,
              hasPages
                  ? warningsOf(text.warnings(), part.getFirstPage(), pageStarts.size())
                  : text.warnings(),
              part));
    }
    return letters;
  }

  private static List<Integer> pageStarts(ExtractedText text, LetterBoundaries.Range range) {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int start : text.pageStarts()) {
      if (start > range.start() && start < range.end()) {
        starts.add(start - range.start());
      }
    }
    return starts;
  }

  /** Returns the number of the page that holds an offset, from 1. */
  private static int pageAt(ExtractedText text, int offset) {
    int page = 0;
    for (int start : text.pageStarts()) {
      page += start <= offset ? 1 : 0;
    }
    return page;
  }

  /** Returns the warnings about the pages of a part, and those about the whole document. */
  private static List<ExtractionWarning> warningsOf(
      List<ExtractionWarning> warnings, int firstPage, int pages) {
    return warnings.stream().flatMap(w -> w.onPagesOf(firstPage, pages).stream()).toList();
  }

  private static LetterReceived letter(
      Document document,
      String letterId,
      ExtractedText text,
      String letterText,
      List<Integer> pageStarts,
      @Nullable Integer pageCount,
      List<ExtractionWarning> warnings,
      @Nullable DocumentPart part) {
    return LetterReceived.newBuilder()
        .setCaseKey(CaseKey.of(letterText))
        .setLetterId(letterId)
        .setSource(
            new Source(
                document.uri().orElse(null),
                document.name().orElse(null),
                text.mediaType(),
                document.sizeBytes(),
                part))
        .setReceivedAt(document.receivedAt())
        .setText(letterText)
        .setPageStarts(pageStarts)
        .setExtraction(new Extraction(method(text.method()), pageCount))
        .setWarnings(warnings.stream().map(LetterReceivedFactory::warning).toList())
        .build();
  }

  private static Warning warning(ExtractionWarning warning) {
    return new Warning(code(warning.code()), warning.field(), warning.message());
  }

  private static WarningCode code(ExtractionWarning.Code code) {
    return switch (code) {
      case HIDDEN_TEXT -> WarningCode.HIDDEN_TEXT;
      case ANNOTATION -> WarningCode.ANNOTATION;
      case TEXT_CHANGED -> WarningCode.TEXT_CHANGED;
      case PAGE_FURNITURE -> WarningCode.TEXT_EXCLUDED;
      case UNREAD_IMAGE -> WarningCode.UNREAD_IMAGE;
    };
  }

  private static @Nullable Integer pageCount(ExtractedText text) {
    return text.pageCount().isPresent() ? text.pageCount().getAsInt() : null;
  }

  private static ExtractionMethod method(ExtractedText.Method method) {
    return switch (method) {
      case PLAIN_TEXT -> ExtractionMethod.PLAIN_TEXT;
      case PDF_TEXT -> ExtractionMethod.PDF_TEXT;
    };
  }
}
