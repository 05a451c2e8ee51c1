package org.openimr.ingest.source.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.charset.Charset;
import java.util.Optional;
import org.eclipse.jetty.http.MimeTypes;
import org.openimr.ingest.extract.text.LetterMediaType;
import org.openimr.ingest.extract.text.TextEncoding;
import org.openimr.ingest.source.producer.RawLetter;

/**
 * Compares a letter with the {@code Content-Type} that its sender declared, so that a text is never
 * read in another charset than it was written in, and never without its line breaks.
 */
final class DeclaredContent {
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Web standards read both names as this superset (WHATWG Encoding, "names and labels"). */
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private DeclaredContent() {}

  /** Throws if the type names a charset that this JVM does not support. */
  static void checkCharsetIsKnown(Optional<String> type) throws RequestRejectedException {
    if (type.isPresent()) {
      charset(type.get());
    }
  }

  /** Throws if the letter is a text that contradicts its declared type. */
  static void check(RawLetter letter) throws RequestRejectedException {
    if (letter.contentType().isEmpty()
        || LetterMediaType.of(letter.bytes()) != LetterMediaType.TEXT) {
      return;
    }
    String type = letter.contentType().get();
    if (FORM.equalsIgnoreCase(MimeTypes.getContentTypeWithoutCharset(type))) {
      checkLineBreaks(letter.bytes());
    }
    Optional<Charset> charset = charset(type);
    if (charset.isPresent() && !isReadAs(letter.bytes(), charset.get())) {
      throw otherCharset();
    }
  }

  /** Rejects what {@code curl -d @file} sends: the file without its line breaks. */
  private static void checkLineBreaks(byte[] bytes) throws RequestRejectedException {
    for (byte b : bytes) {
      if (b == '\n' || b == '\r') {
        return;
      }
    }
    throw RequestRejectedException.unsupportedType(
        "a form post without line breaks; send files with curl --data-binary @FILE, not with -d");
  }

  private static Optional<Charset> charset(String type) throws RequestRejectedException {
    try {
      String name = MimeTypes.getCharsetFromContentType(type);
      if (name == null) {
        return Optional.empty();
      }
      Charset charset = Charset.forName(name);
      boolean latin = charset.equals(ISO_8859_1) || charset.equals(US_ASCII);
      return Optional.of(latin ? WINDOWS_1252 : charset);
    } catch (IllegalArgumentException e) {
      throw otherCharset();
    }
  }

  private static RequestRejectedException otherCharset() {
    return RequestRejectedException.unsupportedType(
        "the text is not read in the declared charset; send it as UTF-8, UTF-16 or windows-1252");
  }

  private static boolean isReadAs(byte[] bytes, Charset charset) {
    return TextEncoding.decode(bytes)
        .filter(text -> trimmed(text).equals(trimmed(new String(bytes, charset))))
        .isPresent();
  }

  /** Removes a byte order mark and NUL padding, which decoders treat differently. */
  private static String trimmed(String text) {
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    int end = text.length();
    while (end > start && text.charAt(end - 1) == 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
