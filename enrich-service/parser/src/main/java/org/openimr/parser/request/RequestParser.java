package org.openimr.parser.request;

import java.util.Optional;
import org.openimr.parser.request.category.TreatmentCategory;
import org.openimr.parser.request.category.TreatmentCategoryClassifier;
import org.openimr.parser.request.detail.RequestDetails;
import org.openimr.parser.request.text.Tokens;

/** Parses the category and the details of a request from the same tokens. Thread-safe. */
public final class RequestParser {
  private final TreatmentCategoryClassifier categories;

  public RequestParser(TreatmentCategoryClassifier categories) {
    this.categories = categories;
  }

  /**
   * A parsed request.
   *
   * @param category empty if no rule matches
   */
  public record ParsedRequest(Optional<TreatmentCategory> category, RequestDetails details) {}

  /**
   * Parses a request in linear time.
   *
   * @param disputed text of the request, of any length
   */
  public ParsedRequest parse(String disputed) {
    Tokens tokens = Tokens.of(disputed);
    return new ParsedRequest(categories.classify(tokens), RequestDetails.of(tokens));
  }
}
