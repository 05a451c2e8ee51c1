package org.openimr.sink.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

final class RecordGuardTest {
  private final RecordGuard guard = new RecordGuard();

  @Test
  void leavesOutWhatWasSkippedAndNothingElse() {
    guard.configure(Map.of("skipped", "letters/0/41,letters/0/42"));

    assertThat(guard.apply(record(42, Schema.STRING_SCHEMA))).isNull();
    assertThat(guard.apply(record(43, Schema.STRING_SCHEMA))).isNotNull();
  }

  @Test
  void saysWhereARecordStandsThatIsNoEvent() {
    guard.configure(Map.of());

    assertThatThrownBy(() -> guard.apply(record(7, EventConverter.UNDECODABLE)))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(" at letters/0/7");
  }

  @Test
  void whatWasSkippedBeforeStaysSkippedWhenSettingsChange() {
    Map<String, String> skipping =
        RecordGuard.skipping(
            RecordGuard.infront(Map.of("transforms", "row"), Map.of()),
            new Position("letters", 0, 42));

    Map<String, String> anew = RecordGuard.infront(Map.of("transforms", "other"), skipping);

    assertThat(anew)
        .containsEntry("transforms", "guard,other")
        .containsEntry(RecordGuard.SKIPPED, "letters/0/42");
  }

  private static SinkRecord record(long offset, Schema schema) {
    return new SinkRecord("letters", 0, Schema.STRING_SCHEMA, "key", schema, null, offset);
  }
}
