package org.openimr.cli.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordJsonFormatterTest {
  @Test
  void withholdsClinicalHeadersUnlessRevealed() {
    ConsumerRecord<byte[], byte[]> record = record();

    assertThat(RecordJsonFormatter.withoutValue(record, false))
        .doesNotContain("jane-doe", "source-name", "source-uri", "canary")
        .contains("NOT_A_LETTER", "\"sizeBytes\":6");
    assertThat(RecordJsonFormatter.withoutValue(record, true))
        .contains("jane-doe.pdf", "file:///inbox/jane-doe.pdf")
        .doesNotContain("canary");
  }

  private static ConsumerRecord<byte[], byte[]> record() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("imr.error.code", "NOT_A_LETTER".getBytes(UTF_8));
    headers.add("source-name", "jane-doe.pdf".getBytes(UTF_8));
    headers.add("source-uri", "file:///inbox/jane-doe.pdf".getBytes(UTF_8));
    return new ConsumerRecord<>(
        "imr.dead-letters.v1",
        1,
        2,
        0,
        TimestampType.CREATE_TIME,
        1,
        6,
        "k".getBytes(UTF_8),
        "canary".getBytes(UTF_8),
        headers,
        Optional.empty());
  }
}
