package org.openimr.cli.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.openimr.cli.deadletters.resolution.DeadLetterMetadata;
import org.openimr.schemas.event.DeadLetterReason;

class DeadLetterJsonTest {
  @Test
  void withholdsTheFileNameUnlessRevealed() {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("imr.dead-letters.v1", 1, 2, null, "canary".getBytes(UTF_8));
    record.headers().add("source-name", "jane-doe.pdf".getBytes(UTF_8));
    new DeadLetterReason(DeadLetterReason.Code.NOT_A_LETTER, "enrich", "", "no heading")
        .addTo(
            record.headers(),
            new DeadLetterReason.Position("imr.letters.v1", 3, 42),
            Instant.EPOCH);
    DeadLetterCluster.ListedDeadLetter dead =
        new DeadLetterCluster.ListedDeadLetter(DeadLetterMetadata.of(record), Optional.empty());

    assertThat(DeadLetterJson.line(dead, false))
        .contains("NOT_A_LETTER")
        .doesNotContain("jane-doe", "canary");
    assertThat(DeadLetterJson.line(dead, true)).contains("\"name\":\"jane-doe.pdf\"");
  }
}
