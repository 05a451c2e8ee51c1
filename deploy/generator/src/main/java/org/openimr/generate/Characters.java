package org.openimr.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openimr.enrich.letter.ClinicalSummary;
import org.openimr.enrich.letter.Request;

/** Characters that a converter or a word processor puts in the place of others. */
final class Characters {
  private static final String[][] LIGATURES = {
    {"ffi", "\ufb03"}, {"ffl", "\ufb04"}, {"ff", "\ufb00"}, {"fi", "\ufb01"}, {"fl", "\ufb02"}
  };

  private Characters() {}

  /** Noise that a reader takes away again. */
  static String noisy(StringBuilder text, Set<Noise> noises) {
    String noisy = text.toString();
    if (noises.contains(Noise.LIGATURES)) {
      for (String[] ligature : LIGATURES) {
        noisy = noisy.replace(ligature[0], ligature[1]);
      }
    }
    return noises.contains(Noise.CRLF) ? noisy.replace("\n", "\r\n") : noisy;
  }

  /** A label whose texts have typographic quotes, which a reader keeps as printed. */
  static Label curly(Label label) {
    ClinicalSummary summary = label.clinicalSummary();
    List<LabelledItem> items = new ArrayList<>(label.items().size());
    label.items().forEach(item -> items.add(curly(item)));
    return new Label(
        label.layout(),
        label.header(),
        label.reviewer(),
        new ClinicalSummary(
            curly(summary.text()), summary.patientAge(), summary.patientSex(), summary.warnings()),
        List.copyOf(items));
  }

  private static LabelledItem curly(LabelledItem item) {
    Request request = item.request();
    return new LabelledItem(
        new Request(
            curly(request.text()),
            request.original().map(Characters::curly),
            request.authorized().map(Characters::curly),
            curly(request.disputed())),
        item.outcome(),
        curly(item.claimsAdministratorBasis()),
        curly(item.reviewerBasis()),
        curly(item.rationale()));
  }

  private static LabelledBasis curly(LabelledBasis basis) {
    return new LabelledBasis(
        basis.kind(),
        curly(basis.statement()),
        basis.prose(),
        basis.citations().stream()
            .map(
                citation ->
                    new LabelledCitation(
                        citation.authority(),
                        curly(citation.text()),
                        citation.document(),
                        citation.edition(),
                        citation.sections(),
                        citation.pages(),
                        citation.chapters()))
            .toList());
  }

  static String curly(String text) {
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
