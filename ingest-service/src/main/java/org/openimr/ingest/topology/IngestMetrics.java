package org.openimr.ingest.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.schemas.event.DeadLetterReason;

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
    for (ExtractedText.Method method : ExtractedText.Method.values()) {
      extracted(registry, method);
    }
    for (DeadLetterReason.Code code : DeadLetterReason.Code.values()) {
      rejected(registry, code);
    }
  }

  ExtractionResult timed(Supplier<ExtractionResult> work) {
    return extraction.record(work);
  }

  void extracted(ExtractedText.Method method) {
    extracted(registry, method).increment();
  }

  void rejected(DeadLetterReason.Code code) {
    rejected(registry, code).increment();
  }

  private static Counter extracted(MeterRegistry registry, ExtractedText.Method method) {
    return Counter.builder("imr.letters.extracted")
        .description("letters whose text went on")
        .tag("method", method.name())
        .register(registry);
  }

  private static Counter rejected(MeterRegistry registry, DeadLetterReason.Code code) {
    return Counter.builder("imr.dead.letters")
        .description("letters that became dead letters here")
        .tag("stage", TextExtractionProcessor.STAGE)
        .tag("code", code.name())
        .register(registry);
  }
}
