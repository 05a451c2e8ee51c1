package org.openimr.parser.request;

import java.util.Optional;
import org.openimr.parser.request.category.TreatmentCategory;
import org.openimr.parser.request.category.TreatmentCategoryClassifier;
import org.openimr.parser.request.detail.RequestDetails;
import org.openimr.parser.request.text.Tokens;

/** Reads category and details of a request at once, so that its words are folded once. */
public final class RequestParser {
  private final TreatmentCategoryClassifier categories;

  public RequestParser(TreatmentCategoryClassifier categories) {
    this.categories = categories;
  }

  /**
   * What a request's words say.
   *
   * @param category empty where no rule fits
   */
  public record ParsedRequest(Optional<TreatmentCategory> category, RequestDetails details) {}

  /**
   * Reads a request in linear time.
   *
   * @param disputed the request's words, of any length
   */
  public ParsedRequest parse(String disputed) {
    Tokens words = Tokens.of(disputed);
    return new ParsedRequest(categories.classify(words), RequestDetails.of(words));
  }
}
