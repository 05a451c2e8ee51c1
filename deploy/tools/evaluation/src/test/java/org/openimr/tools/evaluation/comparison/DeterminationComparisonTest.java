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
  void headerFieldsAreRightIfTheSame(String labelled, String got, boolean right) {
    List<FieldResult> verdicts =
        compare("{header:{decisionDate:%s}}", "{header:{decisionDate:%s}}", labelled, got);

    assertThat(verdicts).extracting(FieldResult::field).containsExactly("header.decisionDate");
    assertThat(verdicts).extracting(FieldResult::right).containsExactly(right);
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
  void reviewerListsAreRightInTheirOrder(String labelled, String got, boolean right) {
    List<FieldResult> verdicts =
        compare(
            "{reviewer:{licensedStates:%s}}",
            "{header:{reviewer:{licensedStates:%s}}}", labelled, got);

    assertThat(verdicts).extracting(FieldResult::right).containsExactly(right);
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
  void longTextsAreRightByTheirEndsAndTheirLength(String got, boolean right) {
    List<FieldResult> verdicts =
        compare(
            "{clinicalSummary:{firstWords:'the knee',lastWords:'stairs today',words:%s}}",
            "{clinicalSummary:{text:'%s'}}", "8", got);

    assertThat(verdicts).extracting(FieldResult::right).containsExactly(right);
  }

  @Test
  void aTextInFullCountsMoreThanItsEnds() {
    List<FieldResult> verdicts =
        compare(
            "{clinicalSummary:{text:'one two three four',firstWords:'one',lastWords:'four',words:%s}}",
            "{clinicalSummary:{text:'%s'}}", "4", "one two tree four");

    assertThat(verdicts).extracting(FieldResult::right).containsExactly(false);
    assertThat(verdicts.getFirst().expected()).isEqualTo("one two three four");
    assertThat(verdicts.getFirst().got()).isEqualTo("one two tree four");
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
  void documentsOfTheScheduleAreRightInAnyOrder(String labelled, String got, boolean right) {
    List<FieldResult> verdicts = compareBasis(mtus(labelled), mtus(got));

    assertThat(verdicts)
        .filteredOn(verdict -> verdict.field().equals("decisions.reviewerBasis.mtusCitations"))
        .extracting(FieldResult::right)
        .containsExactly(right);
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
  void chaptersOutsideTheScheduleAreASet(String labelled, String got, boolean right) {
    List<FieldResult> verdicts = compareBasis(odg(labelled), odg(got));

    assertThat(verdicts)
        .filteredOn(verdict -> verdict.field().endsWith("odgChapters"))
        .extracting(FieldResult::right)
        .containsExactly(right);
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
  void chaptersThatPeopleCanNotTellAreNotCompared(String labelled, String got) {
    assertThat(compareBasis(odg(labelled), odg(got)))
        .extracting(FieldResult::field)
        .doesNotContain("decisions.reviewerBasis.odgChapters");
  }

  @Test
  void anItemThatWasNotReadHasAWrongOutcome() {
    List<FieldResult> verdicts =
        DeterminationComparison.compare(
            JsonTrees.of("{decisions:[{request:{text:'x'},outcome:'UPHELD'}]}"),
            Optional.of(JsonTrees.of("{decisions:[]}")));

    assertThat(verdicts)
        .extracting(FieldResult::field, FieldResult::right)
        .containsExactly(tuple("decisions.count", false), tuple("decisions.outcome", false));
  }

  @Test
  void ofADeadLetterOnlyWhatIsLabelledAbsentIsRight() {
    List<FieldResult> verdicts =
        DeterminationComparison.compare(
            JsonTrees.of(
                "{header:{caseNumber:null,priority:'STANDARD'},reviewer:{specialties:[]},"
                    + "clinicalSummary:{firstWords:'a',lastWords:'b',words:2}}"),
            Optional.empty());

    assertThat(verdicts)
        .filteredOn(FieldResult::right)
        .extracting(FieldResult::field)
        .containsExactly("header.caseNumber");
    assertThat(verdicts).noneMatch(FieldResult::hasValue);
  }

  private static List<FieldResult> compare(String label, String got, String labelled, String read) {
    return DeterminationComparison.compare(
        JsonTrees.of(label.formatted(labelled)), Optional.of(JsonTrees.of(got.formatted(read))));
  }

  private static List<FieldResult> compareBasis(String labelled, String got) {
    String decision =
        "{decisions:[{request:{text:'x'},outcome:'UPHELD',reviewerBasis:{citations:[%s]}}]}";
    return compare(decision, decision, labelled, got);
  }

  private static String odg(String what) {
    return "{authority:'ODG'," + what + "}";
  }

  /** From a shorthand: document, edition, section, p, first-last. */
  private static String mtus(String citations) {
    return citations.replaceAll(
        "(\\w+) (\\d+) (\\w+) p (\\d+)-(\\d+)",
        "{authority:'MTUS',document:'$1',edition:'$2',sections:['$3'],pages:[{first:$4,last:$5}]}");
  }
}
