package org.openimr.runtime.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;

/** Tracing of a service: off, or exported by OTLP. */
public final class Tracing implements AutoCloseable {
  /** The endpoint that receives traces. */
  public static final Setting ENDPOINT =
      Setting.of(
          "traces.otlp.endpoint",
          "",
          "OTLP over HTTP endpoint, e.g. http://127.0.0.1:4318/v1/traces; empty: no traces");

  /** Headers of the endpoint, e.g. credentials. */
  public static final Setting HEADERS =
      new Setting(
          "traces.otlp.headers",
          "",
          "headers that the endpoint requires, comma-separated name=value",
          true);

  /** The ratio of letters that are traced. */
  public static final Setting SAMPLING_RATIO =
      Setting.of("traces.sampling.ratio", "1.0", "ratio of letters that are traced, from 0 to 1")
          .replacing("traces.share");

  /** All settings of tracing. */
  public static final List<Setting> SETTINGS = List.of(ENDPOINT, HEADERS, SAMPLING_RATIO);

  /** Tracing that is off. */
  public static final Tracing OFF = new Tracing(Optional.empty());

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** Kafka's setting for the interceptors of a producer. */
  private static final String INTERCEPTORS = "interceptor.classes";

  private final Optional<SdkTracerProvider> provider;

  private Tracing(Optional<SdkTracerProvider> provider) {
    this.provider = provider;
  }

  /**
   * Creates the tracing that the settings describe.
   *
   * @param settings read with {@link #SETTINGS}
   * @param service name in traces, e.g. {@code imr-ingest}
   * @throws IllegalArgumentException naming an invalid setting
   */
  public static Tracing of(Settings settings, String service) {
    return settings.text(ENDPOINT).isBlank()
        ? OFF
        : exportingTo(exporter(settings), service, samplingRatio(settings.text(SAMPLING_RATIO)));
  }

  static Tracing exportingTo(SpanExporter exporter, String service, double samplingRatio) {
    return new Tracing(
        Optional.of(
            SdkTracerProvider.builder()
                .setResource(
                    Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(samplingRatio)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build()));
  }

  /**
   * Wraps a processor so that the processing of each letter is a span.
   *
   * @param span name of the span
   * @return the supplier itself if tracing is off
   */
  public ProcessorSupplier<byte[], byte[], byte[], byte[]> wrap(
      String span, ProcessorSupplier<byte[], byte[], byte[], byte[]> letters) {
    return tracer()
        .<ProcessorSupplier<byte[], byte[], byte[], byte[]>>map(
            tracer -> () -> traced(tracer, span, letters.get()))
        .orElse(letters);
  }

  /** Configures the producers of a Streams application to add the trace to record headers. */
  public void addTo(Properties streams) {
    if (provider.isPresent()) {
      streams.put("producer." + INTERCEPTORS, TracingProducerInterceptor.class.getName());
    }
  }

  /** Configures a producer to add the trace to record headers. */
  public void addTo(Map<String, Object> producer) {
    if (provider.isPresent()) {
      producer.put(INTERCEPTORS, TracingProducerInterceptor.class.getName());
    }
  }

  /** Creates other spans; empty if tracing is off. */
  public Optional<LetterSpans> spans() {
    return tracer().map(LetterSpans::new);
  }

  /** Exports the remaining spans, in at most five seconds. */
  @Override
  public void close() {
    provider.ifPresent(open -> open.shutdown().join(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
  }

  private Optional<Tracer> tracer() {
    return provider.map(open -> open.get("org.openimr"));
  }

  private static Processor<byte[], byte[], byte[], byte[]> traced(
      Tracer tracer, String span, Processor<byte[], byte[], byte[], byte[]> letters) {
    return new TracingProcessor(new LetterSpans(tracer), span, letters);
  }

  private static SpanExporter exporter(Settings settings) {
    OtlpHttpSpanExporterBuilder exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(settings.text(ENDPOINT)).setTimeout(TIMEOUT);
    for (String header : settings.text(HEADERS).split(",", -1)) {
      int equals = header.indexOf('=');
      if (equals > 0) {
        exporter.addHeader(header.substring(0, equals).trim(), header.substring(equals + 1).trim());
      } else if (!header.isBlank()) {
        throw new IllegalArgumentException(HEADERS.key() + " must be " + HEADERS.description());
      }
    }
    return exporter.build();
  }

  private static double samplingRatio(String text) {
    Supplier<IllegalArgumentException> invalid =
        () ->
            new IllegalArgumentException(
                SAMPLING_RATIO.key() + " must be a number: " + SAMPLING_RATIO.description());
    try {
      double ratio = Double.parseDouble(text.trim());
      if (!(ratio >= 0 && ratio <= 1)) {
        throw invalid.get();
      }
      return ratio;
    } catch (NumberFormatException e) {
      throw invalid.get();
    }
  }
}
