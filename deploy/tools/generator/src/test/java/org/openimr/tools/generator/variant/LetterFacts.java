package org.openimr.tools.generator.variant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.LetterHeader;

/**
 * The facts of a parsed letter by field, without offsets and warnings. White space is folded.
 *
 * @param byField text of each fact
 */
record LetterFacts(Map<String, String> byField) {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern HYPHEN = Pattern.compile(" ?- ?");

  static LetterFacts of(Letter letter, boolean ignoresCase) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("layout", letter.layout().name());
    header(letter.header(), facts);
    facts.put("reviewer", letter.reviewer().toString());
    facts.put("summary", letter.clinicalSummary().text());
    facts.put("age", letter.clinicalSummary().patientAge().toString());
    facts.put("sex", letter.clinicalSummary().patientSex().toString());
    facts.put("items", Integer.toString(letter.items().size()));
    letter.items().forEach(item -> item(item, facts));
    facts.replaceAll((field, text) -> fold(text, ignoresCase));
    return new LetterFacts(facts);
  }

  private static void header(LetterHeader header, Map<String, String> facts) {
    facts.put("caseNumber", header.caseNumber().toString());
    facts.put("dateAssigned", header.dateAssigned().toString());
    facts.put("dateOfInjury", header.dateOfInjury().toString());
    facts.put("decisionDate", header.decisionDate().toString());
    facts.put("urDenialDate", header.urDenialDate().toString());
    facts.put("applicationReceived", header.applicationReceived().toString());
    facts.put("priority", header.priority().toString());
  }

  private static void item(DisputedItem item, Map<String, String> facts) {
    String prefix = item.number() + ".";
    facts.put(prefix + "request", item.request().toString());
    facts.put(prefix + "outcome", item.outcome().name());
    facts.put(prefix + "claimsAdministrator", item.claimsAdministratorStatement().text());
    facts.put(prefix + "reviewer", item.reviewerStatement().text());
    facts.put(prefix + "rationale", item.rationale());
  }

  private static String fold(String text, boolean ignoresCase) {
    String folded = HYPHEN.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("-").strip();
    return ignoresCase ? folded.toLowerCase(Locale.ROOT) : folded;
  }

  /** Names of the fields that differ. */
  List<String> differences(LetterFacts other) {
    List<String> fields = new ArrayList<>();
    for (String field : byField.keySet()) {
      if (!byField.get(field).equals(other.byField.get(field))) {
        fields.add(field);
      }
    }
    other.byField.keySet().stream().filter(f -> !byField.containsKey(f)).forEach(fields::add);
    return fields;
  }
}
