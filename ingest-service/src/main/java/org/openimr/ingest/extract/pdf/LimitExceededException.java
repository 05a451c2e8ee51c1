package org.openimr.ingest.extract.pdf;

import java.io.IOException;
import org.openimr.ingest.extract.model.ExtractionFailure;

/** Thrown when a PDF exceeds a limit; an {@code IOException} so that PDFBox propagates it. */
final class LimitExceededException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String reason;

  LimitExceededException(String field, long limit) {
    this(field, "more than " + limit + " " + field);
  }

  private LimitExceededException(String field, String reason) {
    super(reason);
    this.field = field;
    this.reason = reason;
  }

  ExtractionFailure toFailure() {
    return new ExtractionFailure(ExtractionFailure.Code.TOO_LARGE, field, reason);
  }
}
