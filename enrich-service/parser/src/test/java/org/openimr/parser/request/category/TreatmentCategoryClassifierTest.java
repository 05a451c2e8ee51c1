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
  private static final TreatmentCategoryClassifier CLASSIFIER =
      TreatmentCategoryClassifier.standard();

  @ParameterizedTest
  @CsvFileSource(resources = "requests.csv", numLinesToSkip = 1)
  void classifiesRequest(String request, String category, String subcategory) {
    assertThat(CLASSIFIER.classify(request)).isPresent();
    assertThat(CLASSIFIER.classify(request).orElseThrow().category()).isEqualTo(category);
    assertThat(CLASSIFIER.classify(request).orElseThrow().subcategory().orElse(null))
        .isEqualTo(subcategory);
  }

  @Test
  void requestsCoverEveryRowOfScheme() {
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
  void requestsCoverEveryRule() {
    assertThat(requests().map(TreatmentCategoryClassifierTest::rule))
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
  void firstTreatmentDecidesAndTherapyPrecedesEvaluation(String request, String category) {
    assertThat(CLASSIFIER.classify(request).orElseThrow().category()).isEqualTo(category);
  }

  @ParameterizedTest
  @CsvSource({
    "Gabapentn 300mg, Anti-epilepsy drugs",
    "Cyclobenzapirne 10mg, Muscle Relaxant",
    "Ondansetronn 4mg, Antiemetic",
    "Esomeprazole 40mg, Proton Pump Inhibitors",
    "Hydrocodome 5mg, Opioids"
  })
  void recognizesLongDrugNameWithinOneEdit(String request, String drugClass) {
    assertThat(CLASSIFIER.classify(request).orElseThrow().subcategory()).contains(drugClass);
  }

  @ParameterizedTest
  @CsvSource({"Soms 350mg", "Norca 10/325mg", "Gobopentin 300mg", "Xylobarzine 20mg"})
  void ignoresShortNamesAndTwoEdits(String request) {
    assertThat(CLASSIFIER.classify(request).orElseThrow().subcategory()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "the of and", "Qwxz", "12/12", "...,;:#%"})
  void unknownWordsHaveNoCategory(String request) {
    assertThat(CLASSIFIER.classify(request)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MRI OF THE KNEE, imaging",
    "Norco 5/325mg #30, drug: Opioids",
    "Right shoulder surgery, operation",
    "Brufanol 5mg, tablets"
  })
  void namesTheRule(String request, String rule) {
    assertThat(CLASSIFIER.classify(request).orElseThrow().rule()).isEqualTo(rule);
    assertThat(TreatmentCategoryClassifier.ruleNames()).contains(rule);
  }

  @Property
  void parsesAnyText(@ForAll String request) {
    CLASSIFIER.classify(request);
    RequestDetails.of(request);
  }

  @Property
  void ignoresCaseAndWhitespace(@ForAll("known") String request) {
    String shouted = request.toUpperCase(Locale.ROOT).replace(" ", " \n ");

    assertThat(CLASSIFIER.classify(shouted)).isEqualTo(CLASSIFIER.classify(request));
  }

  @Provide
  Arbitrary<String> known() {
    return Arbitraries.of(
        CsvTable.rows(TreatmentCategoryClassifierTest.class, "requests.csv").stream()
            .map(row -> row.get("request"))
            .toList());
  }

  @Test
  void isThreadSafe() {
    Map<String, String> sequential =
        requests()
            .distinct()
            .collect(Collectors.toMap(r -> r, TreatmentCategoryClassifierTest::rule));

    assertThat(requests().parallel())
        .allSatisfy(request -> assertThat(rule(request)).isEqualTo(sequential.get(request)));
  }

  private static Stream<String> requests() {
    return CsvTable.rows(TreatmentCategoryClassifierTest.class, "requests.csv").stream()
        .map(row -> row.get("request"));
  }

  private static String rule(String request) {
    return CLASSIFIER.classify(request).map(TreatmentCategory::rule).orElse("");
  }
}
