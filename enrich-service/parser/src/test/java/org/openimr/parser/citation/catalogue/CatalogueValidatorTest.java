package org.openimr.parser.citation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Citation.Pages;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Confidence;
import org.openimr.parser.citation.model.Guideline.Topic;

class CatalogueValidatorTest {
  private static final Guideline FIRST = edition("2001", "2001-01-01", "2004-12-31");

  @Test
  void seedCatalogueIsValid() {
    assertThat(CatalogueValidator.validate(CatalogueFileReader.seedGuidelines())).isEmpty();
  }

  @Test
  void rejectsOverlappingPeriods() {
    assertThat(reasons(FIRST, edition("2005", "2004-12-31", "")))
        .containsExactly("the period overlaps that of mtus/rest/2001");
  }

  @Test
  void acceptsConsecutivePeriods() {
    assertThat(reasons(FIRST, edition("2005", "2005-01-01", ""))).isEmpty();
  }

  @Test
  void rejectsPeriodThatEndsBeforeItBegins() {
    assertThat(reasons(edition("2005", "2005-01-01", "2004-01-01")))
        .containsExactly("the period ends before it begins");
  }

  @Test
  void rejectsUnknownSuccessor() {
    assertThat(reasons(succeeded(FIRST, "mtus/rest/2031")))
        .containsExactly("unknown successor mtus/rest/2031");
  }

  @Test
  void rejectsSuccessorInForceTooEarly() {
    assertThat(
            reasons(
                succeeded(FIRST, "mtus/sleep/2004"),
                named("mtus/sleep/2004", "Sleep", List.of(), "2004-01-01")))
        .containsExactly("the successor is in force before the period ends");
  }

  @Test
  void rejectsNameWithTwoMeaningsAtSameTime() {
    assertThat(
            reasons(
                named("mtus/rest/2001", "Rest", List.of("Repose"), "2001-01-01"),
                named("mtus/sleep/2004", "Sleep", List.of("REPOSE"), "2004-01-01")))
        .containsExactly("\"repose\" also means mtus/rest/2001");
  }

  @Test
  void acceptsNameWithMeaningsAtDifferentTimes() {
    assertThat(reasons(FIRST, named("mtus/sleep/2005", "Sleep", List.of("Rest"), "2005-01-01")))
        .isEmpty();
  }

  @Test
  void rejectsDuplicateId() {
    assertThat(reasons(FIRST, FIRST)).contains("duplicate id");
  }

  @Test
  void rejectsTopicNameWithTwoMeanings() {
    Topic naps = topic("mtus/rest/2001#naps", "Naps", List.of("Siesta"), 1, 2);
    Topic siesta = topic("mtus/rest/2001#siesta", "Siesta", List.of(), 5, 4);

    assertThat(reasons(withTopics(FIRST, List.of(naps, siesta))))
        .containsExactly(
            "invalid page range of mtus/rest/2001#siesta",
            "\"siesta\" means both mtus/rest/2001#siesta and mtus/rest/2001#naps");
  }

  private static List<String> reasons(Guideline... guidelines) {
    return CatalogueValidator.validate(List.of(guidelines)).stream()
        .map(CatalogueValidator.CatalogueError::reason)
        .toList();
  }

  private static Guideline edition(String edition, String from, String to) {
    return guideline("mtus/rest/" + edition, "Rest", List.of(), edition, from, to, "", List.of());
  }

  private static Guideline named(String id, String title, List<String> aliases, String from) {
    return guideline(id, title, aliases, from.substring(0, 4), from, "", "", List.of());
  }

  private static Guideline succeeded(Guideline guideline, String successor) {
    return guideline(
        guideline.id(),
        guideline.title(),
        guideline.aliases(),
        guideline.edition().orElseThrow(),
        guideline.inForceFrom().orElseThrow().toString(),
        guideline.inForceTo().orElseThrow().toString(),
        successor,
        List.of());
  }

  private static Guideline withTopics(Guideline guideline, List<Topic> topics) {
    return guideline(
        guideline.id(), guideline.title(), List.of(), "2001", "2001-01-01", "", "", topics);
  }

  private static Guideline guideline(
      String id,
      String title,
      List<String> aliases,
      String edition,
      String from,
      String to,
      String successor,
      List<Topic> topics) {
    return new Guideline(
        id,
        Authority.MTUS,
        title,
        aliases,
        Optional.of(edition),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        date(from),
        date(to),
        topics,
        Optional.of(successor).filter(s -> !s.isEmpty()),
        Optional.empty(),
        Confidence.SOURCED,
        Confidence.SOURCED);
  }

  private static Topic topic(String id, String name, List<String> aliases, int first, int last) {
    return new Topic(
        id,
        name,
        aliases,
        Optional.of(new Pages(first, last)),
        Confidence.SOURCED,
        Confidence.SOURCED,
        Optional.empty());
  }

  private static Optional<LocalDate> date(String date) {
    return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
  }
}
