package org.openimr.ingest.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.openimr.ingest.extract.Extracted;
import org.openimr.ingest.extract.Extraction;
import org.openimr.schemas.DeadLetter;

/** Counts of what became of the letters; also of those that are read again after a crash. */
public final class IngestMetrics {
  private final MeterRegistry registry;
  private final Timer extraction;

  public IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.extraction =
        Timer.builder("imr.extraction")
            .description("time from a letter's bytes to its text or the reason why there is none")
            .publishPercentileHistogram()
            .register(registry);
    // seen from the start, so that the first one is a change
    for (Extracted.Method method : Extracted.Method.values()) {
      extracted(registry, method);
    }
    for (DeadLetter.Code code : DeadLetter.Code.values()) {
      refused(registry, code);
    }
  }

  Extraction timed(Supplier<Extraction> work) {
    return extraction.record(work);
  }

  void extracted(Extracted.Method method) {
    extracted(registry, method).increment();
  }

  void refused(DeadLetter.Code code) {
    refused(registry, code).increment();
  }

  private static Counter extracted(MeterRegistry registry, Extracted.Method method) {
    return Counter.builder("imr.letters.extracted")
        .description("letters whose text went on")
        .tag("method", method.name())
        .register(registry);
  }

  private static Counter refused(MeterRegistry registry, DeadLetter.Code code) {
    return Counter.builder("imr.dead.letters")
        .description("letters that became dead letters here")
        .tag("stage", ExtractText.STAGE)
        .tag("code", code.name())
        .register(registry);
  }
}
