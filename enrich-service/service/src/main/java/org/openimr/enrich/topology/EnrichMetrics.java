package org.openimr.enrich.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.ledger.OutcomeLedger.Outcome;

/** Counts of what became of the letters; also of those that are read again after a crash. */
public final class EnrichMetrics {
  private final Timer reading;
  private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
  private final Map<DeadLetterReason.Code, Counter> deadLetters =
      new EnumMap<>(DeadLetterReason.Code.class);

  public EnrichMetrics(MeterRegistry registry) {
    reading =
        Timer.builder("imr.reading")
            .description("time from a letter's text to its determination or why there is none")
            .publishPercentileHistogram()
            .register(registry);
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(
          outcome,
          Counter.builder("imr.letters.read")
              .description("letters by what became of them")
              .tag("outcome", outcome.name())
              .register(registry));
    }
    for (DeadLetterReason.Code code : DeadLetterReason.Code.values()) {
      deadLetters.put(
          code,
          Counter.builder("imr.dead.letters")
              .description("letters that became dead letters here")
              .tag("stage", EnrichTopology.STAGE)
              .tag("code", code.name())
              .register(registry));
    }
  }

  <T> T timed(Supplier<T> work) {
    return reading.record(work);
  }

  void outcome(Outcome outcome) {
    outcomes.get(outcome).increment();
  }

  void deadLetter(DeadLetterReason.Code code) {
    deadLetters.get(code).increment();
  }
}
