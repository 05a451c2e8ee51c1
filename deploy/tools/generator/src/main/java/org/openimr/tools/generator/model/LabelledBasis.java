package org.openimr.tools.generator.model;

import java.util.List;
import org.openimr.parser.citation.model.GuidelineBasis;

/**
 * The basis of a decision.
 *
 * @param prose whether the statement is in the free wording of the earliest letters
 */
public record LabelledBasis(
    GuidelineBasis.Kind kind, String statement, boolean prose, List<LabelledCitation> citations) {

  public static LabelledBasis inProse(GuidelineBasis.Kind kind, String statement) {
    return new LabelledBasis(kind, statement, true, List.of());
  }
}
