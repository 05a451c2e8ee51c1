package org.openimr.tools.generator.model;

import java.util.List;
import org.openimr.parser.citation.model.GuidelineBasis;

/**
 * What one side based its decision on.
 *
 * @param prose whether it is in the free wording of the first letters
 */
public record LabelledBasis(
    GuidelineBasis.Kind kind, String statement, boolean prose, List<LabelledCitation> citations) {

  public static LabelledBasis inProse(GuidelineBasis.Kind kind, String statement) {
    return new LabelledBasis(kind, statement, true, List.of());
  }
}
