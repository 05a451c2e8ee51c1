package org.openimr.enrich.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.openimr.event.WarningCode;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.ledger.OutcomeLedger.Outcome;

/** Metrics of the letters by result. Letters processed again after a crash count again. */
public final class EnrichMetrics {
  private final Timer interpretation;
  private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
  private final Map<DeadLetterReason.Code, Counter> deadLetters =
      new EnumMap<>(DeadLetterReason.Code.class);
  private final Map<WarningCode, Counter> warnings = new EnumMap<>(WarningCode.class);

  public EnrichMetrics(MeterRegistry registry) {
    interpretation =
        Timer.builder("imr.interpretation")
            .description("time to interpret a letter's text, or to reject the letter")
            .publishPercentileHistogram()
            .register(registry);
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(
          outcome,
          Counter.builder("imr.letters.processed")
              .description("letters by result")
              .tag("outcome", outcome.name())
              .register(registry));
    }
    for (DeadLetterReason.Code code : DeadLetterReason.Code.values()) {
      deadLetters.put(
          code,
          Counter.builder("imr.dead.letters")
              .description("letters rejected by this service")
              .tag("stage", EnrichTopology.STAGE)
              .tag("code", code.name())
              .register(registry));
    }
    for (WarningCode code : WarningCode.values()) {
      warnings.put(
          code,
          Counter.builder("imr.warnings")
              .description("published determinations with a warning of this code")
              .tag("code", code.name())
              .register(registry));
    }
  }

  <T> T timed(Supplier<T> work) {
    return interpretation.record(work);
  }

  void outcome(Outcome outcome) {
    Objects.requireNonNull(outcomes.get(outcome)).increment();
  }

  void deadLetter(DeadLetterReason.Code code) {
    Objects.requireNonNull(deadLetters.get(code)).increment();
  }

  /** Counts a published determination once for each code of its warnings. */
  void warnings(Set<WarningCode> codes) {
    codes.forEach(code -> Objects.requireNonNull(warnings.get(code)).increment());
  }
}
