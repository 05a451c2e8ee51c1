package org.openimr.schemas.event;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;

/** The codes of the warnings of a determination. */
public final class WarningCodes {
  private static final List<WarningCode> WRITTEN =
      Arrays.stream(WarningCode.values()).filter(code -> code != WarningCode.UNKNOWN).toList();

  private WarningCodes() {}

  /**
   * The codes that a determination has in its header, its summary or one of its decisions, each
   * once. {@code UNKNOWN} stands for the codes that this version does not know.
   */
  public static Set<WarningCode> of(Determination determination) {
    EnumSet<WarningCode> codes = EnumSet.noneOf(WarningCode.class);
    add(codes, determination.getHeader().getWarnings());
    add(codes, determination.getClinicalSummary().getWarnings());
    for (Decision decision : determination.getDecisions()) {
      add(codes, decision.getWarnings());
    }
    return Collections.unmodifiableSet(codes);
  }

  /**
   * The codes that concern a decision, each once: those of its own warnings, and those about the
   * header and the summary of its letter.
   */
  public static Set<WarningCode> of(Determination determination, Decision decision) {
    EnumSet<WarningCode> codes = EnumSet.noneOf(WarningCode.class);
    add(codes, determination.getHeader().getWarnings());
    add(codes, determination.getClinicalSummary().getWarnings());
    add(codes, decision.getWarnings());
    return Collections.unmodifiableSet(codes);
  }

  /** All codes that events can have, without {@code UNKNOWN}, which is never written. */
  public static List<WarningCode> written() {
    return WRITTEN;
  }

  private static void add(Set<WarningCode> codes, List<Warning> warnings) {
    for (Warning warning : warnings) {
      codes.add(warning.getCode());
    }
  }
}
