package org.openimr.benchmarks;

import java.util.stream.Stream;
import org.openimr.enrich.request.RequestDetails;
import org.openimr.enrich.request.TreatmentCategories;

/** Requests that cost the readers of categories, amounts, dates and parts of the body most. */
final class AdversarialRequests {
  private static final TreatmentCategories CATEGORIES = TreatmentCategories.standard();

  private AdversarialRequests() {}

  static Stream<Adversary> all() {
    return Stream.concat(categories(), details());
  }

  private static Stream<Adversary> categories() {
    return Stream.of(
            "a", "1", "1 ", "x ", "hydrocodon ", "gabapentine naproxenn ", "physical ", "##")
        .map(part -> Adversary.of("category", part, CATEGORIES::of));
  }

  private static Stream<Adversary> details() {
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
        .map(part -> Adversary.of("request", part, RequestDetails::of));
  }
}
