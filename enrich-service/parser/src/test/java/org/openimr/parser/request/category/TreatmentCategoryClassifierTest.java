package org.openimr.parser.request.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.parser.request.detail.RequestDetails;
import org.openimr.parser.request.text.CsvTable;

class TreatmentCategoryClassifierTest {
  private static final TreatmentCategoryClassifier CATEGORIES =
      TreatmentCategoryClassifier.standard();

  @ParameterizedTest
  @CsvFileSource(resources = "requests.csv", numLinesToSkip = 1)
  void requestIsOfItsCategory(String request, String category, String subcategory) {
    assertThat(CATEGORIES.classify(request)).isPresent();
    assertThat(CATEGORIES.classify(request).orElseThrow().category()).isEqualTo(category);
    assertThat(CATEGORIES.classify(request).orElseThrow().subcategory().orElse(null))
        .isEqualTo(subcategory);
  }

  @Test
  void tableOfRequestsCoversEachRowOfTheScheme() {
    List<String> covered =
        CsvTable.rows(TreatmentCategoryClassifierTest.class, "requests.csv").stream()
            .map(row -> row.get("category") + " / " + row.get("subcategory"))
            .toList();

    assertThat(covered).hasSizeGreaterThan(400);
    assertThat(DwcCategory.all())
        .extracting(row -> row.category() + " / " + row.subcategory().orElse(""))
        .allSatisfy(row -> assertThat(covered).contains(row));
  }

  @Test
  void eachRuleDecidesARequestOfTheTable() {
    assertThat(requests().map(TreatmentCategoryClassifierTest::decided))
        .containsAll(TreatmentCategoryClassifier.ruleNames());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bilateral L4-5 epidural steroid injection with a pain consultation | Injection",
        "Pain consultation for an epidural steroid injection | Evaluation & Management",
        "Acupuncture with a lidocaine patch | Rehabilitation",
        "Lidocaine patch, acupuncture | Pharmaceuticals",
        "Evaluation and treatment by physical therapy | Rehabilitation"
      })
  void treatmentNamedFirstDecidesAndTherapyBeatsItsEvaluation(String request, String category) {
    assertThat(CATEGORIES.classify(request).orElseThrow().category()).isEqualTo(category);
  }

  @ParameterizedTest
  @CsvSource({
    "Gabapentn 300mg, Anti-epilepsy drugs",
    "Cyclobenzapirne 10mg, Muscle Relaxant",
    "Ondansetronn 4mg, Antiemetic",
    "Esomeprazole 40mg, Proton Pump Inhibitors",
    "Hydrocodome 5mg, Opioids"
  })
  void longNameOfADrugMayHaveOneLetterWrong(String request, String drugClass) {
    assertThat(CATEGORIES.classify(request).orElseThrow().subcategory()).contains(drugClass);
  }

  @ParameterizedTest
  @CsvSource({"Soms 350mg", "Norca 10/325mg", "Gobopentin 300mg", "Xylobarzine 20mg"})
  void shortNamesAndTwoWrongLettersAreNoKnownDrug(String request) {
    assertThat(CATEGORIES.classify(request).orElseThrow().subcategory()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "the of and", "Qwxz", "12/12", "...,;:#%"})
  void wordsThatNoRuleKnowsHaveNoCategory(String request) {
    assertThat(CATEGORIES.classify(request)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MRI OF THE KNEE, imaging",
    "Norco 5/325mg #30, drug: Opioids",
    "Right shoulder surgery, operation",
    "Brufanol 5mg, tablets"
  })
  void ruleThatDecidedIsNamed(String request, String rule) {
    assertThat(CATEGORIES.classify(request).orElseThrow().rule()).isEqualTo(rule);
    assertThat(TreatmentCategoryClassifier.ruleNames()).contains(rule);
  }

  @Property
  void anyTextIsReadWithoutAnException(@ForAll String request) {
    CATEGORIES.classify(request);
    RequestDetails.of(request);
  }

  @Property
  void caseAndBlanksDoNotMatter(@ForAll("known") String request) {
    String shouted = request.toUpperCase(Locale.ROOT).replace(" ", " \n ");

    assertThat(CATEGORIES.classify(shouted)).isEqualTo(CATEGORIES.classify(request));
  }

  @Provide
  Arbitrary<String> known() {
    return Arbitraries.of(
        CsvTable.rows(TreatmentCategoryClassifierTest.class, "requests.csv").stream()
            .map(row -> row.get("request"))
            .toList());
  }

  @Test
  void manyThreadsReadTheSame() {
    Map<String, String> alone =
        requests()
            .distinct()
            .collect(Collectors.toMap(r -> r, TreatmentCategoryClassifierTest::decided));

    assertThat(requests().parallel())
        .allSatisfy(request -> assertThat(decided(request)).isEqualTo(alone.get(request)));
  }

  private static Stream<String> requests() {
    return CsvTable.rows(TreatmentCategoryClassifierTest.class, "requests.csv").stream()
        .map(row -> row.get("request"));
  }

  private static String decided(String request) {
    return CATEGORIES.classify(request).map(TreatmentCategory::rule).orElse("");
  }
}
