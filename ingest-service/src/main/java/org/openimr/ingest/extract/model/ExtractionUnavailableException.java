package org.openimr.ingest.extract.model;

import java.io.Serial;

/**
 * Thrown when no PDF can be read at present, because no worker process can be started or the
 * extractor is closing. It is not caused by the document, which must be read again later.
 */
public final class ExtractionUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public ExtractionUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  public ExtractionUnavailableException(String message) {
    super(message);
  }
}
