package org.openimr.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.event.Header;
import org.openimr.event.Summary;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;

class WarningCodesTest {
  @Test
  void letterWithoutWarningsHasNoCodes() {
    assertThat(WarningCodes.of(determination(List.of(), List.of(), List.of()))).isEmpty();
  }

  @Test
  void codesOfHeaderSummaryAndItemsAreFoundOnce() {
    Determination determination =
        determination(
            List.of(WarningCode.PAGES_MISSING, WarningCode.TEXT_INCOMPLETE),
            List.of(WarningCode.AGE_AMBIGUOUS, WarningCode.TEXT_INCOMPLETE),
            List.of(WarningCode.TEXT_INCOMPLETE, WarningCode.TEXT_INCOMPLETE));

    assertThat(WarningCodes.of(determination))
        .containsExactlyInAnyOrder(
            WarningCode.PAGES_MISSING, WarningCode.AGE_AMBIGUOUS, WarningCode.TEXT_INCOMPLETE);
  }

  @Test
  void warningsOfOtherItemsDoNotConcernAnItem() {
    Determination determination =
        determination(
            List.of(WarningCode.PAGES_MISSING),
            List.of(WarningCode.AGE_AMBIGUOUS),
            List.of(WarningCode.TEXT_INCOMPLETE));

    assertThat(WarningCodes.of(determination, determination.getDecisions().getFirst()))
        .containsExactlyInAnyOrder(WarningCode.PAGES_MISSING, WarningCode.AGE_AMBIGUOUS);
    assertThat(WarningCodes.of(determination, determination.getDecisions().getLast()))
        .contains(WarningCode.TEXT_INCOMPLETE);
  }

  @Test
  void unknownIsNeverWritten() {
    assertThat(WarningCodes.written())
        .hasSize(WarningCode.values().length - 1)
        .doesNotContain(WarningCode.UNKNOWN);
  }

  private static Determination determination(
      List<WarningCode> header, List<WarningCode> summary, List<WarningCode> item) {
    Determination determination = new Determination();
    determination.setHeader(new Header());
    determination.getHeader().setWarnings(warnings(header));
    determination.setClinicalSummary(new Summary());
    determination.getClinicalSummary().setWarnings(warnings(summary));
    Decision decision = new Decision();
    decision.setWarnings(warnings(item));
    determination.setDecisions(List.of(new Decision(), decision));
    determination.getDecisions().getFirst().setWarnings(List.of());
    return determination;
  }

  private static List<Warning> warnings(List<WarningCode> codes) {
    return codes.stream().map(code -> new Warning(code, "field", "message")).toList();
  }
}
