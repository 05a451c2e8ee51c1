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

/** Checks of the tables for the people who edit them. */
class CategoryTablesTest {
  private static final Set<String> ROWS =
      DwcCategory.all().stream()
          .map(row -> name(row.category(), row.subcategory()))
          .collect(Collectors.toSet());

  /** Concepts that only keep their words from being matched as other concepts. */
  private static final Set<String> UNUSED = Set.of("ignored", "guidance", "after-surgery");

  private static String name(String category, Optional<String> subcategory) {
    return category + " / " + subcategory.orElse("");
  }

  @Test
  void everyRuleAssignsRowOfScheme() {
    assertThat(CategoryRule.all())
        .allSatisfy(
            rule ->
                assertThat(ROWS)
                    .as(rule.category().rule())
                    .contains(name(rule.category().category(), rule.category().subcategory())));
  }

  @Test
  void everyRowOfSchemeHasRule() {
    Set<String> decided =
        CategoryRule.all().stream()
            .map(rule -> name(rule.category().category(), rule.category().subcategory()))
            .collect(Collectors.toSet());

    assertThat(decided).containsAll(ROWS);
  }

  @Test
  void ruleNamesAreUnique() {
    assertThat(TreatmentCategoryClassifier.ruleNames()).doesNotHaveDuplicates();
  }

  @Test
  void everyConceptIsUsedByRule() {
    Set<String> used = new HashSet<>(UNUSED);
    CategoryRule.all().forEach(rule -> rule.needs().forEach(used::addAll));
    CategoryRule.all().forEach(rule -> used.addAll(rule.unless()));

    assertThat(CsvTable.rows(CategoryTablesTest.class, "terms.csv"))
        .extracting(row -> row.get("concept"))
        .allMatch(used::contains);
  }

  @Test
  void phrasesAreUnambiguous() {
    Map<List<String>, String> meanings = new HashMap<>();
    CsvTable.rows(CategoryTablesTest.class, "terms.csv")
        .forEach(
            row ->
                CsvTable.splitList(row.get("words"))
                    .forEach(words -> assertUnambiguous(meanings, words, row.get("concept"))));
    for (Drug drug : Drug.all()) {
      assertUnambiguous(meanings, drug.name(), "drug " + drug.name());
      drug.otherNames().forEach(name -> assertUnambiguous(meanings, name, "drug " + drug.name()));
    }

    assertThat(meanings).hasSizeGreaterThan(5000);
  }

  private static void assertUnambiguous(
      Map<List<String>, String> meanings, String words, String meaning) {
    List<String> normalized = Tokens.of(words).toList();
    assertThat(normalized).as(words).isNotEmpty();
    assertThat(meanings.putIfAbsent(normalized, meaning)).as(words).isNull();
  }

  @Test
  void everyDrugHasClassAndSource() {
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
  void everyDrugNameIsClassified() {
    TreatmentCategoryClassifier classifier = TreatmentCategoryClassifier.standard();
    for (Drug drug : Drug.all()) {
      assertThat(subcategory(classifier, drug.name())).as(drug.name()).isEqualTo(drug.drugClass());
      assertThat(drug.otherNames())
          .allSatisfy(
              name -> assertThat(subcategory(classifier, name)).isEqualTo(drug.drugClass()));
    }
  }

  private static String subcategory(TreatmentCategoryClassifier classifier, String name) {
    return classifier.classify(name + " 10mg #30").orElseThrow().subcategory().orElse("");
  }

  @Test
  void changedNamesAreExplained() {
    assertThat(DwcCategory.all())
        .filteredOn(row -> row.subcategory().isPresent())
        .filteredOn(row -> !row.printedLabel().contains(row.subcategory().orElseThrow()))
        .allSatisfy(row -> assertThat(row.note()).isNotBlank());
    assertThat(DwcCategory.all()).hasSize(86);
  }

  @Test
  void rejectsPhraseWithSecondMeaning() {
    PhraseTrie<String> phrases = new PhraseTrie<>();
    phrases.add("Cold packs", "equipment");

    assertThatThrownBy(() -> phrases.add("cold pack", "therapy"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cold pack");
  }
}
