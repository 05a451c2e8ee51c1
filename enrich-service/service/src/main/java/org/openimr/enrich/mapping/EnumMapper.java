package org.openimr.enrich.mapping;

import org.openimr.event.Authority;
import org.openimr.event.BasisKind;
import org.openimr.event.Confidence;
import org.openimr.event.Laterality;
import org.openimr.event.Layout;
import org.openimr.event.Outcome;
import org.openimr.event.Priority;
import org.openimr.event.Resolution;
import org.openimr.event.Sex;
import org.openimr.event.Standing;
import org.openimr.event.WarningCode;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.GuidelineBasis;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.model.PatientSex;
import org.openimr.parser.letter.model.ReviewPriority;

/**
 * Maps the parser's enums to those of the events and back. The switches have no default, so that a
 * constant that is missing on one side is a compile-time error.
 */
public final class EnumMapper {
  private EnumMapper() {}

  static Layout toEvent(LetterLayout layout) {
    return switch (layout) {
      case STANDARD -> Layout.STANDARD;
      case NOTICE -> Layout.NOTICE;
      case DOCUMENTS_REVIEWED -> Layout.DOCUMENTS_REVIEWED;
      case PROFESSIONAL_REVIEW -> Layout.PROFESSIONAL_REVIEW;
    };
  }

  static Priority toEvent(ReviewPriority priority) {
    return switch (priority) {
      case STANDARD -> Priority.STANDARD;
      case EXPEDITED -> Priority.EXPEDITED;
    };
  }

  static Sex toEvent(PatientSex sex) {
    return switch (sex) {
      case MALE -> Sex.MALE;
      case FEMALE -> Sex.FEMALE;
    };
  }

  static Outcome toEvent(DecisionOutcome outcome) {
    return switch (outcome) {
      case UPHELD -> Outcome.UPHELD;
      case OVERTURNED -> Outcome.OVERTURNED;
    };
  }

  static WarningCode toEvent(ParseWarning.Code code) {
    return switch (code) {
      case DATE_INVALID -> WarningCode.DATE_INVALID;
      case DATE_ORDER -> WarningCode.DATE_ORDER;
      case HEADER_MISSING -> WarningCode.HEADER_MISSING;
      case AGE_AMBIGUOUS -> WarningCode.AGE_AMBIGUOUS;
      case CITATION_UNRESOLVED -> WarningCode.CITATION_UNRESOLVED;
      case RATIONALE_CONTRADICTS_DECISION -> WarningCode.RATIONALE_CONTRADICTS_DECISION;
      case FIELD_MISSING -> WarningCode.FIELD_MISSING;
      case FIELD_CORRECTED -> WarningCode.FIELD_CORRECTED;
      case FIELD_INVALID -> WarningCode.FIELD_INVALID;
      case TEXT_EXCLUDED -> WarningCode.TEXT_EXCLUDED;
      case TEXT_DOUBTFUL -> WarningCode.TEXT_DOUBTFUL;
      case TEXT_INCOMPLETE -> WarningCode.TEXT_INCOMPLETE;
      case CONCLUSION_MISSING -> WarningCode.CONCLUSION_MISSING;
      case PAGES_MISSING -> WarningCode.PAGES_MISSING;
      case PAGES_REPEATED -> WarningCode.PAGES_REPEATED;
    };
  }

  static BasisKind toEvent(GuidelineBasis.Kind kind) {
    return switch (kind) {
      case MTUS -> BasisKind.MTUS;
      case MTUS_AND_NON_MTUS -> BasisKind.MTUS_AND_NON_MTUS;
      case NON_MTUS -> BasisKind.NON_MTUS;
      case NONE_CITED -> BasisKind.NONE_CITED;
      case OTHER -> BasisKind.OTHER;
    };
  }

  static Resolution toEvent(Citation.Resolution resolution) {
    return switch (resolution) {
      case EXACT -> Resolution.EXACT;
      case NORMALIZED -> Resolution.NORMALIZED;
      case DOCUMENT_ONLY -> Resolution.DOCUMENT_ONLY;
      case UNRESOLVED -> Resolution.UNRESOLVED;
    };
  }

  static Standing toEvent(Citation.Standing standing) {
    return switch (standing) {
      case IN_FORCE -> Standing.IN_FORCE;
      case SUPERSEDED -> Standing.SUPERSEDED;
      case NOT_YET_ADOPTED -> Standing.NOT_YET_ADOPTED;
    };
  }

  static Laterality toEvent(org.openimr.parser.request.detail.Laterality side) {
    return switch (side) {
      case LEFT -> Laterality.LEFT;
      case RIGHT -> Laterality.RIGHT;
      case BILATERAL -> Laterality.BILATERAL;
    };
  }

  public static Authority toEvent(Citation.Authority authority) {
    return switch (authority) {
      case MTUS -> Authority.MTUS;
      case ODG -> Authority.ODG;
      case ACOEM -> Authority.ACOEM;
      case OTHER -> Authority.OTHER;
    };
  }

  public static Confidence toEvent(Guideline.Confidence confidence) {
    return switch (confidence) {
      case UNKNOWN -> Confidence.UNKNOWN;
      case SOURCED -> Confidence.SOURCED;
      case INFERRED -> Confidence.INFERRED;
      case UNSOURCED -> Confidence.UNSOURCED;
    };
  }

  /**
   * Maps the authority of an event.
   *
   * @throws IllegalArgumentException if this version does not know the authority
   */
  public static Citation.Authority fromEvent(Authority authority) {
    return switch (authority) {
      case MTUS -> Citation.Authority.MTUS;
      case ODG -> Citation.Authority.ODG;
      case ACOEM -> Citation.Authority.ACOEM;
      case OTHER -> Citation.Authority.OTHER;
      case UNKNOWN -> throw new IllegalArgumentException("unknown authority");
    };
  }

  public static Guideline.Confidence fromEvent(Confidence confidence) {
    return switch (confidence) {
      case UNKNOWN -> Guideline.Confidence.UNKNOWN;
      case SOURCED -> Guideline.Confidence.SOURCED;
      case INFERRED -> Guideline.Confidence.INFERRED;
      case UNSOURCED -> Guideline.Confidence.UNSOURCED;
    };
  }
}
