package org.openimr.enrich.topology;

import org.apache.avro.specific.SpecificRecord;
import org.openimr.event.CaseHeader;
import org.openimr.event.ClinicalSummary;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.event.ItemDecision;

/**
 * The expected smaller events of a determination, built field by field.
 *
 * <p>Each consists of the envelope, which is the first {@value #FIELDS} fields that all events
 * share, followed by the fields of a part of the determination, in the same order (CONTRACT.md).
 */
final class ExpectedEvents {
  private static final int FIELDS = DeterminationEncoder.ENVELOPE_FIELDS;

  private ExpectedEvents() {}

  static CaseHeader header(Determination whole) {
    return filled(new CaseHeader(), whole, whole.getHeader());
  }

  static ClinicalSummary summary(Determination whole) {
    return filled(new ClinicalSummary(), whole, whole.getClinicalSummary());
  }

  static ItemDecision decision(Determination whole, Decision part) {
    return filled(new ItemDecision(), whole, part);
  }

  private static <T extends SpecificRecord> T filled(
      T event, Determination whole, SpecificRecord part) {
    for (int i = 0; i < FIELDS; i++) {
      event.put(i, whole.get(i));
    }
    int own = part.getSchema().getFields().size();
    for (int i = 0; i < own; i++) {
      event.put(FIELDS + i, part.get(i));
    }
    return event;
  }
}
