package org.openimr.ingest.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.schemas.event.DeadLetterReason;

/** Metrics of the letters by result. Letters processed again after a crash count again. */
public final class IngestMetrics {
  private final MeterRegistry registry;
  private final Timer extraction;

  public IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.extraction =
        Timer.builder("imr.extraction")
            .description("time to extract a letter's text, or to reject the letter")
            .publishPercentileHistogram()
            .register(registry);
    // registered at the start, so that the first increment shows as a change
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
        .description("letters whose text was published")
        .tag("method", method.name())
        .register(registry);
  }

  private static Counter rejected(MeterRegistry registry, DeadLetterReason.Code code) {
    return Counter.builder("imr.dead.letters")
        .description("letters rejected by this service")
        .tag("stage", TextExtractionProcessor.STAGE)
        .tag("code", code.name())
        .register(registry);
  }
}
