package org.openimr.parser.request.category;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.parser.request.text.CsvTable;
import org.openimr.parser.request.text.PhraseTrie;
import org.openimr.parser.request.text.Tokens;

/** What words of a request mean: drugs by their class, and everything else by its kind. */
final class ConceptMatcher {
  /** Mentioned where a request names two different drugs. */
  static final String SEVERAL_DRUGS = "several-drugs";

  /**
   * @param concept number of the concept
   * @param drug generic name, empty for what is no drug
   */
  record Meaning(int concept, String drug) {}

  private final Map<String, Integer> numbers = new HashMap<>();
  private final PhraseTrie<Meaning> vocabulary = new PhraseTrie<>();
  private final Map<String, Meaning> longNames = new HashMap<>();
  private final FuzzyDrugNames driftingNames = new FuzzyDrugNames();

  private ConceptMatcher() {}

  /**
   * The project's own terms and drugs.
   *
   * @throws IllegalArgumentException if a phrase means two things
   */
  static ConceptMatcher standard() {
    ConceptMatcher concepts = new ConceptMatcher();
    concepts.numberOrNew(SEVERAL_DRUGS);
    CsvTable.rows(ConceptMatcher.class, "terms.csv")
        .forEach(
            row -> concepts.addTerms(row.get("concept"), CsvTable.splitList(row.get("words"))));
    Drug.all().forEach(concepts::addDrug);
    return concepts;
  }

  private void addTerms(String concept, List<String> phrases) {
    Meaning meaning = new Meaning(numberOrNew(concept), "");
    phrases.forEach(phrase -> vocabulary.add(phrase, meaning));
  }

  private void addDrug(Drug drug) {
    Meaning meaning = new Meaning(numberOrNew(drug.concept()), drug.name());
    addName(drug.name(), meaning);
    drug.otherNames().forEach(name -> addName(name, meaning));
  }

  private void addName(String name, Meaning meaning) {
    vocabulary.add(name, meaning);
    Tokens words = Tokens.of(name);
    if (words.count() == 1) {
      longNames.put(words.foldedAt(0), meaning);
      driftingNames.add(words.foldedAt(0));
    }
  }

  private int numberOrNew(String concept) {
    return numbers.computeIfAbsent(concept, c -> numbers.size());
  }

  /**
   * @throws IllegalArgumentException if no words have that meaning
   */
  int idOf(String concept) {
    return Optional.ofNullable(numbers.get(concept))
        .orElseThrow(() -> new IllegalArgumentException("No words mean '" + concept + "'"));
  }

  /** What is mentioned by words as they are known. */
  ConceptMentions match(Tokens words) {
    return match(words, false);
  }

  /** The same, where long names of drugs may have one letter wrong. */
  ConceptMentions matchFuzzy(Tokens words) {
    return match(words, true);
  }

  private ConceptMentions match(Tokens words, boolean drift) {
    ConceptMentions mentions = new ConceptMentions(numbers.size());
    int at = 0;
    while (at < words.count()) {
      Optional<PhraseTrie.Match<Meaning>> hit = vocabulary.findLongestAt(words, at);
      if (hit.isPresent()) {
        mentions.add(hit.get().meaning(), at);
      } else if (drift) {
        addDrifting(words.foldedAt(at), at, mentions);
      }
      at += hit.isPresent() ? hit.get().length() : 1;
    }
    if (mentions.severalDrugs()) {
      mentions.add(new Meaning(idOf(SEVERAL_DRUGS), ""), 0);
    }
    return mentions;
  }

  private void addDrifting(String word, int at, ConceptMentions mentions) {
    driftingNames.nearest(word).map(longNames::get).ifPresent(drug -> mentions.add(drug, at));
  }
}
