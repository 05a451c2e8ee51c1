package org.openimr.tools.benchmarks.parser;

import java.util.stream.Stream;
import org.openimr.parser.request.category.TreatmentCategoryClassifier;
import org.openimr.parser.request.detail.RequestDetails;

/** Expensive requests for the parsers of categories, amounts, dates and body parts. */
final class AdversarialRequests {
  private static final TreatmentCategoryClassifier CATEGORIES =
      TreatmentCategoryClassifier.standard();

  private AdversarialRequests() {}

  static Stream<AdversarialText> all() {
    return Stream.concat(categories(), details());
  }

  private static Stream<AdversarialText> categories() {
    return Stream.of(
            "a", "1", "1 ", "x ", "hydrocodon ", "gabapentine naproxenn ", "physical ", "##")
        .map(part -> AdversarialText.of("category", part, CATEGORIES::classify));
  }

  private static Stream<AdversarialText> details() {
    return Stream.of(
            "a",
            "1",
            "1,111",
            "#",
            "1 ",
            "two to ",
            "every 4-6 ",
            "C5-6 L4 ",
            "10/325mg ",
            "2x6 ",
            "DOS: 1/1/2016 - ",
            "left knee ",
            "refill x times ",
            "neck hand foot wrist ankle elbow hip knee shoulder back ")
        .map(part -> AdversarialText.of("request", part, RequestDetails::of));
  }
}
