package org.openimr.ingest.source.producer;

import java.util.Optional;
import org.openimr.schemas.event.Sha256;

/**
 * A letter as it came.
 *
 * @param bytes a PDF or text; not changed by anyone
 * @param contentType what its sender calls it, e.g. {@code application/pdf}
 * @param uri where its sender has it, e.g. {@code file:///inbox/a.pdf}
 * @param name file name, with its ending
 * @param traceparent where its sender's own trace stands, as W3C's header of that name says it
 */
public record RawLetter(
    byte[] bytes,
    Optional<String> contentType,
    Optional<String> uri,
    Optional<String> name,
    Optional<String> traceparent) {
  public static final String CONTENT_TYPE_HEADER = "content-type";
  public static final String URI_HEADER = "source-uri";
  public static final String NAME_HEADER = "source-name";

  /** One whose sender has no trace of its own. */
  public RawLetter(
      byte[] bytes, Optional<String> contentType, Optional<String> uri, Optional<String> name) {
    this(bytes, contentType, uri, name, Optional.empty());
  }

  public RawLetter withTraceparent(Optional<String> traceparent) {
    return new RawLetter(bytes, contentType, uri, name, traceparent);
  }

  /** The letter id: SHA-256 of the bytes as they came, 64 hex digits. */
  public String id() {
    return Sha256.hex(bytes);
  }
}
