package org.openimr.parser.request.category;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.parser.request.text.CsvTable;
import org.openimr.parser.request.text.PhraseTrie;
import org.openimr.parser.request.text.Tokens;

/** Finds the concepts that a request mentions: classes of drugs and kinds of everything else. */
final class ConceptMatcher {
  /** The concept of a request that names two different drugs. */
  static final String SEVERAL_DRUGS = "several-drugs";

  /**
   * What a phrase means.
   *
   * @param conceptId id of the concept
   * @param drug generic name of the drug; empty if the phrase does not name a drug
   */
  record Concept(int conceptId, String drug) {}

  private final Map<String, Integer> ids = new HashMap<>();
  private final PhraseTrie<Concept> phrases = new PhraseTrie<>();
  private final Map<String, Concept> singleWordNames = new HashMap<>();
  private final FuzzyDrugNames fuzzyNames = new FuzzyDrugNames();

  private ConceptMatcher() {}

  /**
   * Reads the terms and drugs of this library's tables.
   *
   * @throws IllegalArgumentException if a phrase has two meanings
   */
  static ConceptMatcher standard() {
    ConceptMatcher concepts = new ConceptMatcher();
    concepts.getOrAssignId(SEVERAL_DRUGS);
    CsvTable.rows(ConceptMatcher.class, "terms.csv")
        .forEach(
            row -> concepts.addTerms(row.get("concept"), CsvTable.splitList(row.get("words"))));
    Drug.all().forEach(concepts::addDrug);
    return concepts;
  }

  private void addTerms(String name, List<String> words) {
    Concept concept = new Concept(getOrAssignId(name), "");
    words.forEach(phrase -> phrases.add(phrase, concept));
  }

  private void addDrug(Drug drug) {
    Concept concept = new Concept(getOrAssignId(drug.concept()), drug.name());
    addName(drug.name(), concept);
    drug.otherNames().forEach(name -> addName(name, concept));
  }

  private void addName(String name, Concept concept) {
    phrases.add(name, concept);
    Tokens tokens = Tokens.of(name);
    if (tokens.size() == 1) {
      singleWordNames.put(tokens.get(0), concept);
      fuzzyNames.add(tokens.get(0));
    }
  }

  private int getOrAssignId(String concept) {
    return ids.computeIfAbsent(concept, c -> ids.size());
  }

  /**
   * The id of a concept.
   *
   * @throws IllegalArgumentException if the tables do not define it
   */
  int idOf(String concept) {
    return Optional.ofNullable(ids.get(concept))
        .orElseThrow(() -> new IllegalArgumentException("Unknown concept '" + concept + "'"));
  }

  /** Finds concepts by the exact names of the tables. */
  ConceptMentions match(Tokens tokens) {
    return match(tokens, false);
  }

  /** Finds concepts, also by long drug names within one edit. */
  ConceptMentions matchFuzzy(Tokens tokens) {
    return match(tokens, true);
  }

  private ConceptMentions match(Tokens tokens, boolean fuzzy) {
    ConceptMentions mentions = new ConceptMentions(ids.size());
    int at = 0;
    while (at < tokens.size()) {
      Optional<PhraseTrie.PhraseMatch<Concept>> match = phrases.findLongestAt(tokens, at);
      if (match.isPresent()) {
        mentions.add(match.get().meaning(), at);
      } else if (fuzzy) {
        addFuzzy(tokens.get(at), at, mentions);
      }
      at += match.isPresent() ? match.get().length() : 1;
    }
    if (mentions.severalDrugs()) {
      mentions.add(new Concept(idOf(SEVERAL_DRUGS), ""), 0);
    }
    return mentions;
  }

  private void addFuzzy(String word, int index, ConceptMentions mentions) {
    fuzzyNames.nearest(word).map(singleWordNames::get).ifPresent(drug -> mentions.add(drug, index));
  }
}
