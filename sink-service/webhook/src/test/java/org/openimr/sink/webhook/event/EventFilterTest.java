package org.openimr.sink.webhook.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openimr.sink.webhook.SampleWebhookEvents.decision;
import static org.openimr.sink.webhook.SampleWebhookEvents.determination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.event.ItemDecision;
import org.openimr.event.Outcome;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;
import org.openimr.schemas.event.AvroJsonFormatter;
import org.openimr.sink.webhook.SampleWebhookEvents;

class EventFilterTest {
  private static final EventFilter PAGES_MISSING = warnings("PAGES_MISSING");

  @Test
  void letterWithoutWarningsIsFiltered() throws Exception {
    assertThat(PAGES_MISSING.matches(json(letter()))).isFalse();
    assertThat(EventFilter.ALL.matches(json(letter()))).isTrue();
  }

  @Test
  void warningOfHeaderSelectsTheLetter() throws Exception {
    Determination letter = letter();
    letter.getHeader().setWarnings(List.of(warning(WarningCode.PAGES_MISSING)));

    assertThat(PAGES_MISSING.matches(json(letter))).isTrue();
    assertThat(warnings("TEXT_EXCLUDED").matches(json(letter))).isFalse();
    assertThat(warnings("text_excluded", "pages_missing").matches(json(letter))).isTrue();
  }

  @Test
  void warningOfSummarySelectsTheLetter() throws Exception {
    Determination letter = letter();
    letter.getClinicalSummary().setWarnings(List.of(warning(WarningCode.PAGES_MISSING)));

    assertThat(PAGES_MISSING.matches(json(letter))).isTrue();
  }

  @Test
  void warningOfOneItemSelectsTheLetter() throws Exception {
    Determination letter = letter();
    letter.getDecisions().getLast().setWarnings(List.of(warning(WarningCode.PAGES_MISSING)));

    assertThat(PAGES_MISSING.matches(json(letter))).isTrue();
  }

  @Test
  void warningAndOutcomeMustBelongToTheSameItem() throws Exception {
    Determination letter = letter();
    letter.getDecisions().getLast().setWarnings(List.of(warning(WarningCode.PAGES_MISSING)));

    assertThat(filter("OVERTURNED", "PAGES_MISSING").matches(json(letter))).isTrue();
    assertThat(filter("UPHELD", "PAGES_MISSING").matches(json(letter))).isFalse();
  }

  @Test
  void warningOfHeaderAppliesToEachItem() throws Exception {
    Determination letter = letter();
    letter.getHeader().setWarnings(List.of(warning(WarningCode.PAGES_MISSING)));

    assertThat(filter("UPHELD", "PAGES_MISSING").matches(json(letter))).isTrue();
    assertThat(filter("UNKNOWN", "PAGES_MISSING").matches(json(letter))).isFalse();
  }

  @Test
  void itemDecisionIsSelectedByItsOwnWarnings() throws Exception {
    ItemDecision item = SampleWebhookEvents.item(letter());
    assertThat(PAGES_MISSING.matches(json(item))).isFalse();

    item.setWarnings(List.of(warning(WarningCode.PAGES_MISSING)));

    assertThat(PAGES_MISSING.matches(json(item))).isTrue();
  }

  private static Determination letter() {
    Decision upheld = decision(1, "DMEPOS", Outcome.UPHELD, "mtus/low-back");
    Decision overturned = decision(2, "Injection", Outcome.OVERTURNED, "odg/pain");
    return determination("CM14-0000001", 1, upheld, overturned);
  }

  private static Warning warning(WarningCode code) {
    return new Warning(code, "pages", "pages 2 are not there");
  }

  private static EventFilter warnings(String... codes) {
    return EventFilter.of(List.of(), List.of(), List.of(), List.of(codes));
  }

  private static EventFilter filter(String outcome, String code) {
    return EventFilter.of(List.of(), List.of(outcome), List.of(), List.of(code));
  }

  private static JsonNode json(IndexedRecord event) throws JsonProcessingException {
    return new ObjectMapper().readTree(AvroJsonFormatter.compact(event));
  }
}
