package org.openimr.enrich.topology;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import org.apache.avro.generic.IndexedRecord;
import org.openimr.event.Determination;
import org.openimr.event.Span;
import org.openimr.event.Warning;
import org.openimr.schemas.Sha256;

/**
 * A fingerprint of the facts of a determination, the same for every rendering of the same letter.
 *
 * <p>Of texts only letters and digits count, so that white space, hyphens at line ends and the
 * shape of quotes do not; offsets and warnings don't count at all.
 */
final class Fingerprint {
  /** Length in bytes: enough of a SHA-256 that no two cases meet by chance. */
  static final int BYTES = 16;

  private final StringBuilder facts = new StringBuilder(8192);

  private Fingerprint() {}

  static byte[] of(Determination determination) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(determination.getHeader());
    fingerprint.add(determination.getClinicalSummary());
    fingerprint.add(determination.getDecisions());
    byte[] digest = Sha256.of(fingerprint.facts.toString().getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(digest, BYTES);
  }

  private void add(Object fact) {
    switch (fact) {
      case null -> facts.append('-');
      case Span ignored -> {}
      case Warning ignored -> {}
      case IndexedRecord fields -> addFields(fields);
      case Collection<?> elements -> elements.forEach(this::add);
      case String text -> addText(text);
      default -> facts.append(fact);
    }
    facts.append('\n');
  }

  private void addFields(IndexedRecord fields) {
    int count = fields.getSchema().getFields().size();
    for (int i = 0; i < count; i++) {
      add(fields.get(i));
    }
  }

  private void addText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        facts.append(c);
      }
    }
  }
}
