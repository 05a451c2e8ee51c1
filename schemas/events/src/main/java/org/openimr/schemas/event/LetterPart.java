package org.openimr.schemas.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;

/**
 * The part of a document that a letter is, as in the headers of its record. A raw record has the
 * header {@link #HEADER} if only that letter of the document is replayed.
 *
 * @param number number of the letter in the document, from 1
 * @param count number of letters in the document, at least 2
 */
public record LetterPart(int number, int count) {
  /** The header; its value is such as {@code 2/3}. */
  public static final String HEADER = "imr.part";

  /** The header with the SHA-256 of the document's bytes, 64 hex digits. */
  public static final String DOCUMENT_HEADER = "imr.document.id";

  private static final Pattern FORMAT = Pattern.compile("([1-9][0-9]{0,8})/([1-9][0-9]{0,8})");

  public LetterPart {
    if (number < 1 || count < 2 || number > count) {
      throw new IllegalArgumentException("no such part: " + number + "/" + count);
    }
  }

  /** Returns the part that headers name; empty if the header is missing or malformed. */
  public static Optional<LetterPart> of(Headers headers) {
    return DeadLetterReason.headerText(headers, HEADER).flatMap(LetterPart::parse);
  }

  private static Optional<LetterPart> parse(String text) {
    Matcher part = FORMAT.matcher(text);
    if (!part.matches()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(part.group(1));
    int count = Integer.parseInt(part.group(2));
    return count < 2 || number > count
        ? Optional.empty()
        : Optional.of(new LetterPart(number, count));
  }

  /** Returns the document that headers name; empty if the letter is a whole document. */
  public static Optional<String> documentId(Headers headers) {
    return DeadLetterReason.headerText(headers, DOCUMENT_HEADER);
  }

  /** Adds this part to the headers of a letter. */
  public void addTo(Headers headers, String documentId) {
    headers.add(HEADER, toString().getBytes(UTF_8));
    headers.add(DOCUMENT_HEADER, documentId.getBytes(UTF_8));
  }

  /** Makes headers of a raw record request only this part of its document. */
  public void request(Headers headers) {
    headers.remove(HEADER);
    headers.add(HEADER, toString().getBytes(UTF_8));
  }

  /** Returns the value of the header. */
  @Override
  public String toString() {
    return number + "/" + count;
  }
}
