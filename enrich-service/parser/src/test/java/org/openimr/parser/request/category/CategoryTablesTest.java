package org.openimr.parser.request.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openimr.parser.request.text.CsvTable;
import org.openimr.parser.request.text.PhraseTrie;
import org.openimr.parser.request.text.Tokens;

/** What people who edit the tables may not break. */
class CategoryTablesTest {
  private static final Set<String> ROWS =
      DwcCategory.all().stream()
          .map(row -> name(row.category(), row.subcategory()))
          .collect(Collectors.toSet());

  /** Concepts whose words are only taken so that they are not read as something else. */
  private static final Set<String> SAY_NOTHING = Set.of("ignored", "guidance", "after-surgery");

  private static String name(String category, Optional<String> subcategory) {
    return category + " / " + subcategory.orElse("");
  }

  @Test
  void eachRuleDecidesOnARowOfTheScheme() {
    assertThat(CategoryRule.all())
        .allSatisfy(
            rule ->
                assertThat(ROWS)
                    .as(rule.category().rule())
                    .contains(name(rule.category().category(), rule.category().subcategory())));
  }

  @Test
  void eachRowOfTheSchemeHasARule() {
    Set<String> decided =
        CategoryRule.all().stream()
            .map(rule -> name(rule.category().category(), rule.category().subcategory()))
            .collect(Collectors.toSet());

    assertThat(decided).containsAll(ROWS);
  }

  @Test
  void namesOfRulesAreUnique() {
    assertThat(TreatmentCategoryClassifier.ruleNames()).doesNotHaveDuplicates();
  }

  @Test
  void eachConceptIsNeededOrRulesSomethingOut() {
    Set<String> used = new HashSet<>(SAY_NOTHING);
    CategoryRule.all().forEach(rule -> rule.needs().forEach(used::addAll));
    CategoryRule.all().forEach(rule -> used.addAll(rule.unless()));

    assertThat(CsvTable.rows(CategoryTablesTest.class, "terms.csv"))
        .extracting(row -> row.get("concept"))
        .allMatch(used::contains);
  }

  @Test
  void noWordsMeanTwoThings() {
    Map<List<String>, String> meanings = new HashMap<>();
    CsvTable.rows(CategoryTablesTest.class, "terms.csv")
        .forEach(
            row ->
                CsvTable.splitList(row.get("words"))
                    .forEach(words -> meansOneThing(meanings, words, row.get("concept"))));
    for (Drug drug : Drug.all()) {
      meansOneThing(meanings, drug.name(), "drug " + drug.name());
      drug.otherNames().forEach(name -> meansOneThing(meanings, name, "drug " + drug.name()));
    }

    assertThat(meanings).hasSizeGreaterThan(5000);
  }

  private static void meansOneThing(
      Map<List<String>, String> meanings, String words, String meaning) {
    List<String> folded = Tokens.of(words).folded();
    assertThat(folded).as(words).isNotEmpty();
    assertThat(meanings.putIfAbsent(folded, meaning)).as(words).isNull();
  }

  @Test
  void drugsAreOfOneClassOfTheSchemeAndSayWhereThatIsFrom() {
    assertThat(Drug.all()).hasSizeGreaterThan(300);
    assertThat(Drug.all()).extracting(Drug::name).doesNotHaveDuplicates();
    assertThat(Drug.all())
        .allSatisfy(
            drug -> {
              assertThat(ROWS).contains("Pharmaceuticals / " + drug.drugClass());
              assertThat(drug.source()).isNotBlank();
            });
  }

  @Test
  void eachDrugIsOfItsClassByEachOfItsNames() {
    TreatmentCategoryClassifier categories = TreatmentCategoryClassifier.standard();
    for (Drug drug : Drug.all()) {
      assertThat(subcategory(categories, drug.name())).as(drug.name()).isEqualTo(drug.drugClass());
      assertThat(drug.otherNames())
          .allSatisfy(
              name -> assertThat(subcategory(categories, name)).isEqualTo(drug.drugClass()));
    }
  }

  private static String subcategory(TreatmentCategoryClassifier categories, String name) {
    return categories.classify(name + " 10mg #30").orElseThrow().subcategory().orElse("");
  }

  @Test
  void cleanNameThatIsNotThePrintedOneIsExplained() {
    assertThat(DwcCategory.all())
        .filteredOn(row -> row.subcategory().isPresent())
        .filteredOn(row -> !row.printedLabel().contains(row.subcategory().orElseThrow()))
        .allSatisfy(row -> assertThat(row.note()).isNotBlank());
    assertThat(DwcCategory.all()).hasSize(86);
  }

  @Test
  void wordsThatMeanSomethingElseAlreadyAreRefused() {
    PhraseTrie<String> vocabulary = new PhraseTrie<>();
    vocabulary.add("Cold packs", "equipment");

    assertThatThrownBy(() -> vocabulary.add("cold pack", "therapy"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cold pack");
  }
}
