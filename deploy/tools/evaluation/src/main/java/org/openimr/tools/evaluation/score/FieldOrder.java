package org.openimr.tools.evaluation.score;

import java.util.Comparator;
import java.util.List;

/** The order of fields in reports, which is their order in a letter. */
public final class FieldOrder {
  private static final List<String> FIELDS =
      List.of(
          "header.layout",
          "header.caseNumber",
          "header.dateAssigned",
          "header.dateOfInjury",
          "header.decisionDate",
          "header.urDenialDate",
          "header.priority",
          "header.applicationReceived",
          "reviewer.specialties",
          "reviewer.subspecialties",
          "reviewer.licensedStates",
          "clinicalSummary.text",
          "clinicalSummary.patientAge",
          "clinicalSummary.patientSex",
          "decisions.count",
          "decisions.request.text",
          "decisions.request.original",
          "decisions.request.authorized",
          "decisions.request.disputed",
          "decisions.request.category",
          "decisions.request.subcategory",
          "decisions.outcome",
          "decisions.rationale",
          "decisions.claimsAdministratorBasis.kind",
          "decisions.claimsAdministratorBasis.statement",
          "decisions.claimsAdministratorBasis.mtusCitations",
          "decisions.claimsAdministratorBasis.odgChapters",
          "decisions.reviewerBasis.kind",
          "decisions.reviewerBasis.statement",
          "decisions.reviewerBasis.mtusCitations",
          "decisions.reviewerBasis.odgChapters");

  /** Known fields in letter order, then unknown ones by name. */
  public static final Comparator<String> LETTER_ORDER =
      Comparator.<String>comparingInt(FieldOrder::rank).thenComparing(Comparator.naturalOrder());

  private FieldOrder() {}

  private static int rank(String field) {
    int index = FIELDS.indexOf(field);
    return index < 0 ? FIELDS.size() : index;
  }
}
