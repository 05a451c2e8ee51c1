package org.openimr.ingest.extract;

import java.io.IOException;

/** Ends the reading of a PDF that is over a limit; an IOException so that PDFBox lets it pass. */
final class LimitExceeded extends IOException {
  private static final long serialVersionUID = 1L;

  private final String field;

  LimitExceeded(String field, long limit) {
    super("more than " + limit + " " + field);
    this.field = field;
  }

  Refused refused() {
    return new Refused(Refused.Code.TOO_LARGE, field, getMessage());
  }
}
