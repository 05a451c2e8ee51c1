package org.openimr.ingest.extract.model;

import java.io.Serial;

/**
 * No text can be got from any PDF at present: this machine starts no process, or the extractor is
 * being closed. Says nothing about the document, which is to be read again.
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
