package org.openimr.ingest.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;
import org.openimr.ingest.extract.text.LetterMediaType;
import org.openimr.ingest.source.producer.RawLetter;
import org.openimr.schemas.event.Sha256;

/**
 * Parses the letters of a request: its body, or each file of a {@code multipart/form-data} body.
 */
final class LetterRequestParser {
  private static final String MULTIPART = "multipart/form-data";
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String TRACEPARENT = "traceparent";
  private static final String NAME_PARAMETER = "name";
  private static final int MAX_PARTS = 1000;

  private LetterRequestParser() {}

  static boolean isMultipart(Context context) {
    return contentType(context)
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(MULTIPART))
        .isPresent();
  }

  static List<RawLetter> parseLetters(Context context, byte[] body, HttpLimits limits)
      throws RequestRejectedException {
    // first, because Javalin decodes query parameters in the declared charset
    DeclaredContent.checkCharsetIsKnown(contentType(context));
    List<RawLetter> letters =
        isMultipart(context) ? parts(context, body) : List.of(single(context, body));
    if (letters.isEmpty()) {
      throw RequestRejectedException.malformed("the request contains no file");
    }
    for (RawLetter letter : letters) {
      check(letter, limits);
    }
    Optional<String> trace = Optional.ofNullable(context.header(TRACEPARENT));
    return letters.stream().map(letter -> letter.withTraceparent(trace)).toList();
  }

  private static void check(RawLetter letter, HttpLimits limits) throws RequestRejectedException {
    if (letter.bytes().length == 0) {
      throw RequestRejectedException.malformed("a letter is empty");
    }
    if (letter.bytes().length > limits.maxLetterBytes()) {
      throw RequestRejectedException.tooLarge(
          "a letter has more than " + limits.maxLetterBytes() + " bytes");
    }
    if (LetterMediaType.of(letter.bytes()) == LetterMediaType.OTHER) {
      throw RequestRejectedException.unsupportedType(
          "the type is detected from the content, not from the file name");
    }
    DeclaredContent.check(letter);
  }

  private static RawLetter single(Context context, byte[] body) {
    return new RawLetter(
        body,
        contentType(context),
        Optional.empty(),
        Optional.ofNullable(context.queryParam(NAME_PARAMETER)));
  }

  private static List<RawLetter> parts(Context context, byte[] body)
      throws RequestRejectedException {
    String boundary = MultiPart.extractBoundary(contentType(context).orElseThrow());
    if (boundary == null) {
      throw RequestRejectedException.malformed("multipart without a boundary");
    }
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    // the body is already in memory and bounded; parts need no temporary files
    parser.setMaxMemoryFileSize(-1);
    parser.setMaxParts(MAX_PARTS);
    try (MultiPartFormData.Parts parts = parse(parser, body)) {
      return letters(parts);
    } catch (CompletionException | IllegalStateException | IOException e) {
      throw RequestRejectedException.malformed("the body is not valid multipart/form-data");
    }
  }

  private static MultiPartFormData.Parts parse(MultiPartFormData.Parser parser, byte[] body) {
    Content.Source source = Content.Source.from(ByteBuffer.wrap(body));
    CompletableFuture<MultiPartFormData.Parts> parts = new CompletableFuture<>();
    parser.parse(source, Promise.Invocable.toPromise(parts));
    return parts.join();
  }

  /** Returns the files of a form; its fields are not letters. */
  private static List<RawLetter> letters(MultiPartFormData.Parts parts) throws IOException {
    List<RawLetter> letters = new ArrayList<>();
    for (MultiPart.Part part : parts) {
      if (part.getFileName() != null) {
        ByteBuffer content = Content.Source.asByteBuffer(part.getContentSource());
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        Optional<String> type =
            Optional.ofNullable(part.getHeaders().getField(HttpHeader.CONTENT_TYPE))
                .map(HttpField::getValue);
        letters.add(new RawLetter(bytes, type, Optional.empty(), Optional.of(part.getFileName())));
      }
    }
    return letters;
  }

  private static Optional<String> contentType(Context context) {
    return Optional.ofNullable(context.header(CONTENT_TYPE));
  }

  /** Returns a hash of the ids of a request's letters, in their order. */
  static String fingerprint(List<RawLetter> letters) {
    StringBuilder ids = new StringBuilder();
    letters.forEach(letter -> ids.append(letter.id()));
    return Sha256.hex(ids.toString().getBytes(UTF_8));
  }
}
