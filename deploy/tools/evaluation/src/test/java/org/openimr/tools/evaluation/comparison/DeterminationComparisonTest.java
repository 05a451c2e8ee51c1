package org.openimr.tools.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeterminationComparisonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '2017-03-30' | '2017-03-30' | true
          '2017-03-30' | '2017-03-03' | false
          '2017-03-30' | null         | false
          null         | null         | true
          null         | '2017-03-30' | false
          """,
      quoteCharacter = '`')
  void comparesHeaderFieldsExactly(String labelled, String actual, boolean correct) {
    List<FieldResult> results =
        compare("{header:{decisionDate:%s}}", "{header:{decisionDate:%s}}", labelled, actual);

    assertThat(results).extracting(FieldResult::field).containsExactly("header.decisionDate");
    assertThat(results).extracting(FieldResult::correct).containsExactly(correct);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ['Texas','Oregon'] | ['Texas','Oregon'] | true
          ['Texas','Oregon'] | ['Oregon','Texas'] | false
          []                 | []                 | true
          []                 | ['Texas']          | false
          """,
      quoteCharacter = '`')
  void comparesReviewerListsInOrder(String labelled, String actual, boolean correct) {
    List<FieldResult> results =
        compare(
            "{reviewer:{licensedStates:%s}}",
            "{header:{reviewer:{licensedStates:%s}}}", labelled, actual);

    assertThat(results).extracting(FieldResult::correct).containsExactly(correct);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the knee gave way on the stairs today    | true
          the  knee gave way on the stairs today  | true
          the knee gave way on the long stairs today | true
          the knee gave way twice on both of the stairs today | false
          a knee gave way on the stairs today      | false
          the knee gave way on the stairs          | false
          """)
  void comparesLongTextsByEndsAndLength(String actual, boolean correct) {
    List<FieldResult> results =
        compare(
            "{clinicalSummary:{firstWords:'the knee',lastWords:'stairs today',words:%s}}",
            "{clinicalSummary:{text:'%s'}}", "8", actual);

    assertThat(results).extracting(FieldResult::correct).containsExactly(correct);
  }

  @Test
  void prefersFullTextOverOutline() {
    List<FieldResult> results =
        compare(
            "{clinicalSummary:{text:'one two three"
                + " four',firstWords:'one',lastWords:'four',words:%s}}",
            "{clinicalSummary:{text:'%s'}}", "4", "one two tree four");

    assertThat(results).extracting(FieldResult::correct).containsExactly(false);
    assertThat(results.getFirst().expected()).isEqualTo("one two three four");
    assertThat(results.getFirst().actual()).isEqualTo("one two tree four");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A 2016 s p 1-1, B 2016 s p 1-1 | B 2016 s p 1-1, A 2016 s p 1-1 | true
          A 2016 s p 1-1                 | A 2009 s p 1-1                 | false
          A 2016 s p 1-1                 | A 2016 t p 1-1                 | false
          A 2016 s p 1-1                 | A 2016 s p 1-2                 | false
          A 2016 s p 1-1, A 2016 s p 1-1 | A 2016 s p 1-1                 | false
          """)
  void comparesMtusCitationsInAnyOrder(String labelled, String actual, boolean correct) {
    List<FieldResult> results = compareBasis(mtus(labelled), mtus(actual));

    assertThat(results)
        .filteredOn(result -> result.field().equals("decisions.reviewerBasis.mtusCitations"))
        .extracting(FieldResult::correct)
        .containsExactly(correct);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          chapters:['Pain','Low Back'] | document:'Low Back'},{authority:'ODG',document:'Pain' | true
          chapters:['Pain']            | document:'Low Back'                                   | false
          chapters:[]                  | document:'Pain'                                       | false
          """)
  void comparesOdgChaptersAsSet(String labelled, String actual, boolean correct) {
    List<FieldResult> results = compareBasis(odg(labelled), odg(actual));

    assertThat(results)
        .filteredOn(result -> result.field().endsWith("odgChapters"))
        .extracting(FieldResult::correct)
        .containsExactly(correct);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          chapters:null | document:'Pain'
          chapters:[]   | document:null
          """)
  void ignoresOpenChapters(String labelled, String actual) {
    assertThat(compareBasis(odg(labelled), odg(actual)))
        .extracting(FieldResult::field)
        .doesNotContain("decisions.reviewerBasis.odgChapters");
  }

  @Test
  void countsMissingItemAsWrongOutcome() {
    List<FieldResult> results =
        DeterminationComparison.compare(
            JsonTrees.of("{decisions:[{request:{text:'x'},outcome:'UPHELD'}]}"),
            Optional.of(JsonTrees.of("{decisions:[]}")));

    assertThat(results)
        .extracting(FieldResult::field, FieldResult::correct)
        .containsExactly(tuple("decisions.count", false), tuple("decisions.outcome", false));
  }

  @Test
  void onlyAbsentFieldsOfDeadLetterAreCorrect() {
    List<FieldResult> results =
        DeterminationComparison.compare(
            JsonTrees.of(
                "{header:{caseNumber:null,priority:'STANDARD'},reviewer:{specialties:[]},"
                    + "clinicalSummary:{firstWords:'a',lastWords:'b',words:2}}"),
            Optional.empty());

    assertThat(results)
        .filteredOn(FieldResult::correct)
        .extracting(FieldResult::field)
        .containsExactly("header.caseNumber");
    assertThat(results).noneMatch(FieldResult::hasValue);
  }

  private static List<FieldResult> compare(
      String label, String determination, String labelled, String determined) {
    return DeterminationComparison.compare(
        JsonTrees.of(label.formatted(labelled)),
        Optional.of(JsonTrees.of(determination.formatted(determined))));
  }

  private static List<FieldResult> compareBasis(String labelled, String actual) {
    String decision =
        "{decisions:[{request:{text:'x'},outcome:'UPHELD',reviewerBasis:{citations:[%s]}}]}";
    return compare(decision, decision, labelled, actual);
  }

  private static String odg(String fields) {
    return "{authority:'ODG'," + fields + "}";
  }

  /** Expands the shorthand {@code document edition section p first-last}. */
  private static String mtus(String citations) {
    return citations.replaceAll(
        "(\\w+) (\\d+) (\\w+) p (\\d+)-(\\d+)",
        "{authority:'MTUS',document:'$1',edition:'$2',sections:['$3'],pages:[{first:$4,last:$5}]}");
  }
}
