package org.openimr.enrich.request;

import java.util.Optional;

/** Reads category and details of a request at once, so that its words are folded once. */
public final class RequestReader {
  private final TreatmentCategories categories;

  public RequestReader(TreatmentCategories categories) {
    this.categories = categories;
  }

  /**
   * What a request's words say.
   *
   * @param category empty where no rule fits
   */
  public record Read(Optional<TreatmentCategory> category, RequestDetails details) {}

  /**
   * Reads a request in linear time.
   *
   * @param disputed the request's words, of any length
   */
  public Read read(String disputed) {
    Words words = Words.of(disputed);
    return new Read(categories.of(words), RequestDetails.of(words));
  }
}
