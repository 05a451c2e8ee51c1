package org.openimr.ingest.source.producer;

import java.util.Optional;
import org.openimr.schemas.event.Sha256;

/**
 * A letter as received.
 *
 * @param bytes a PDF or plain text; must not be modified
 * @param id the letter id: SHA-256 of the bytes, 64 hex digits
 * @param contentType media type given by the sender, e.g. {@code application/pdf}
 * @param uri address given by the sender, e.g. {@code file:///inbox/a.pdf}
 * @param name file name with extension
 * @param traceparent the sender's trace context, as in the W3C header of that name
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes; the id identifies a letter
public record RawLetter(
    byte[] bytes,
    String id,
    Optional<String> contentType,
    Optional<String> uri,
    Optional<String> name,
    Optional<String> traceparent) {
  public static final String CONTENT_TYPE_HEADER = "content-type";
  public static final String URI_HEADER = "source-uri";
  public static final String NAME_HEADER = "source-name";

  /** Creates a letter without a trace context; computes its id. */
  public RawLetter(
      byte[] bytes, Optional<String> contentType, Optional<String> uri, Optional<String> name) {
    this(bytes, Sha256.hex(bytes), contentType, uri, name, Optional.empty());
  }

  public RawLetter withTraceparent(Optional<String> traceparent) {
    return new RawLetter(bytes, id, contentType, uri, name, traceparent);
  }
}
