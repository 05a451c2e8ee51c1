package org.openimr.tools.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Parses output of the tools of Kafka 4.3.1. */
class KafkaPerfRateTest {

  @Test
  void parsesProducerRateAfterWarmUp() {
    List<String> lines =
        List.of(
            "14000 records sent, 2800.0 records/sec (17.10 MB/sec), 1.0 ms avg latency, 9.0 ms max"
                + " latency.",
            "20000 records sent, 3000.5 records/sec (18.00 MB/sec), 1.20 ms avg latency, 9.00 ms"
                + " max latency, 1 ms 50th, 2 ms 95th, 3 ms 99th, 4 ms 99.9th.",
            "16000 steady state records sent, 4000.0 records/sec (24.00 MB/sec), 1.20 ms avg"
                + " latency, 9.00 ms max latency, 1 ms 50th, 2 ms 95th, 3 ms 99th, 4 ms 99.9th.");

    KafkaPerfRate rate = KafkaPerfRate.parseProducerOutput(lines).orElseThrow();

    assertThat(rate.records()).isEqualTo(4_000);
    assertThat(rate.megabytes()).isCloseTo(25.17, Offset.offset(0.01));
    assertThat(rate.describe("letters")).isEqualTo("4,000 letters/s, 25 MB/s");
  }

  @Test
  void parsesConsumerRateWithoutGroupJoin() {
    List<String> lines =
        List.of(
            "SLF4J(W): No SLF4J providers were found.",
            "2026-11-27 11:00:00:000, 2026-11-27 11:00:04:000, 100.0000, 25.0000, 16000, 4000.0000,"
                + " 3000, 1000, 100.0000, 16000.0000");

    KafkaPerfRate rate = KafkaPerfRate.parseConsumerOutput(lines).orElseThrow();

    assertThat(rate.records()).isEqualTo(16_000);
    assertThat(rate.megabytes()).isCloseTo(104.86, Offset.offset(0.01));
  }

  @Test
  void findsNoRateInOtherOutput() {
    assertThat(KafkaPerfRate.parseProducerOutput(List.of("Exception in thread main"))).isEmpty();
    assertThat(KafkaPerfRate.parseConsumerOutput(List.of("Exception in thread main"))).isEmpty();
  }
}
