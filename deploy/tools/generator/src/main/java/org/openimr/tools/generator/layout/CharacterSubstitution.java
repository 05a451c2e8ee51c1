package org.openimr.tools.generator.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openimr.parser.letter.model.CaseSummary;
import org.openimr.parser.letter.model.DisputedRequest;
import org.openimr.tools.generator.model.LabelledBasis;
import org.openimr.tools.generator.model.LabelledCitation;
import org.openimr.tools.generator.model.LabelledItem;
import org.openimr.tools.generator.model.LetterLabel;
import org.openimr.tools.generator.model.Noise;

/** Replaces characters as text converters and word processors do. */
public final class CharacterSubstitution {
  private static final String[][] LIGATURES = {
    {"ffi", "\ufb03"}, {"ffl", "\ufb04"}, {"ff", "\ufb00"}, {"fi", "\ufb01"}, {"fl", "\ufb02"}
  };

  private CharacterSubstitution() {}

  /** Applies noises that a parser normalizes. */
  static String applyNoise(String text, Set<Noise> noises) {
    String noisy = text;
    if (noises.contains(Noise.LIGATURES)) {
      for (String[] ligature : LIGATURES) {
        noisy = noisy.replace(ligature[0], ligature[1]);
      }
    }
    return noises.contains(Noise.CRLF) ? noisy.replace("\n", "\r\n") : noisy;
  }

  /** Replaces quotes in all texts of a label by typographic ones, which a parser keeps. */
  public static LetterLabel withCurlyQuotes(LetterLabel label) {
    CaseSummary summary = label.clinicalSummary();
    List<LabelledItem> items = new ArrayList<>(label.items().size());
    label.items().forEach(item -> items.add(withCurlyQuotes(item)));
    return new LetterLabel(
        label.layout(),
        label.header(),
        label.reviewer(),
        new CaseSummary(
            withCurlyQuotes(summary.text()),
            summary.patientAge(),
            summary.patientSex(),
            summary.warnings()),
        List.copyOf(items));
  }

  private static LabelledItem withCurlyQuotes(LabelledItem item) {
    DisputedRequest request = item.request();
    return new LabelledItem(
        new DisputedRequest(
            withCurlyQuotes(request.text()),
            request.original().map(CharacterSubstitution::withCurlyQuotes),
            request.authorized().map(CharacterSubstitution::withCurlyQuotes),
            withCurlyQuotes(request.disputed())),
        item.outcome(),
        withCurlyQuotes(item.claimsAdministratorBasis()),
        withCurlyQuotes(item.reviewerBasis()),
        withCurlyQuotes(item.rationale()));
  }

  private static LabelledBasis withCurlyQuotes(LabelledBasis basis) {
    return new LabelledBasis(
        basis.kind(),
        withCurlyQuotes(basis.statement()),
        basis.prose(),
        basis.citations().stream()
            .map(
                citation ->
                    new LabelledCitation(
                        citation.authority(),
                        withCurlyQuotes(citation.text()),
                        citation.document(),
                        citation.edition(),
                        citation.sections(),
                        citation.pages(),
                        citation.chapters()))
            .toList());
  }

  static String withCurlyQuotes(String text) {
    if (text.indexOf('"') < 0 && text.indexOf('\'') < 0) {
      return text;
    }
    StringBuilder curly = new StringBuilder(text);
    for (int i = 0; i < curly.length(); i++) {
      boolean opens = i == 0 || curly.charAt(i - 1) <= ' ' || curly.charAt(i - 1) == '(';
      if (curly.charAt(i) == '"') {
        curly.setCharAt(i, opens ? '\u201c' : '\u201d');
      } else if (curly.charAt(i) == '\'') {
        curly.setCharAt(i, '\u2019');
      }
    }
    return curly.toString();
  }
}
