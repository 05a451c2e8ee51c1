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

/** Whether a service makes traces, and where they go. */
public final class Tracing implements AutoCloseable {
  /** Where traces go. */
  public static final Setting ENDPOINT =
      Setting.of(
          "traces.otlp.endpoint",
          "",
          "address that takes traces by OTLP over HTTP, as http://127.0.0.1:4318/v1/traces; empty:"
              + " none are made");

  /** What that address asks for. */
  public static final Setting HEADERS =
      new Setting(
          "traces.otlp.headers", "", "headers that this address asks for, name=value,...", true);

  /** How many letters are traced. */
  public static final Setting SAMPLING_RATIO =
      Setting.of("traces.share", "1.0", "share of letters that are traced, 0 to 1");

  /** All of them. */
  public static final List<Setting> SETTINGS = List.of(ENDPOINT, HEADERS, SAMPLING_RATIO);

  /** No traces at all. */
  public static final Tracing OFF = new Tracing(Optional.empty());

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** Producer's interceptors, as Kafka's settings name them. */
  private static final String INTERCEPTORS = "interceptor.classes";

  private final Optional<SdkTracerProvider> provider;

  private Tracing(Optional<SdkTracerProvider> provider) {
    this.provider = provider;
  }

  /**
   * As the settings say.
   *
   * @param settings read with {@link #SETTINGS}
   * @param service its name in traces, e.g. {@code imr-ingest}
   * @throws IllegalArgumentException naming the setting that is not what it should be
   */
  public static Tracing of(Settings settings, String service) {
    return settings.text(ENDPOINT).isBlank()
        ? OFF
        : exportingTo(exporter(settings), service, share(settings.text(SAMPLING_RATIO)));
  }

  static Tracing exportingTo(SpanExporter exporter, String service, double share) {
    return new Tracing(
        Optional.of(
            SdkTracerProvider.builder()
                .setResource(
                    Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build()));
  }

  /**
   * A processor of letters whose work on each is a span.
   *
   * @param span its name
   * @return the supplier itself while traces are off
   */
  public ProcessorSupplier<byte[], byte[], byte[], byte[]> wrap(
      String span, ProcessorSupplier<byte[], byte[], byte[], byte[]> letters) {
    return tracer()
        .<ProcessorSupplier<byte[], byte[], byte[], byte[]>>map(
            tracer -> () -> traced(tracer, span, letters.get()))
        .orElse(letters);
  }

  /** Has a Streams app's producers say in each record's headers what trace it belongs to. */
  public void addTo(Properties streams) {
    if (provider.isPresent()) {
      streams.put("producer." + INTERCEPTORS, TracingProducerInterceptor.class.getName());
    }
  }

  /** The same for a producer alone. */
  public void addTo(Map<String, Object> producer) {
    if (provider.isPresent()) {
      producer.put(INTERCEPTORS, TracingProducerInterceptor.class.getName());
    }
  }

  /** For spans of other kinds; empty while traces are off. */
  public Optional<LetterSpans> spans() {
    return tracer().map(LetterSpans::new);
  }

  /** Sends what is left, in five seconds at most. */
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
    for (String header : settings.text(HEADERS).split(",")) {
      int equals = header.indexOf('=');
      if (equals > 0) {
        exporter.addHeader(header.substring(0, equals).trim(), header.substring(equals + 1).trim());
      } else if (!header.isBlank()) {
        throw new IllegalArgumentException(HEADERS.key() + " is to be " + HEADERS.description());
      }
    }
    return exporter.build();
  }

  private static double share(String text) {
    Supplier<IllegalArgumentException> wrong =
        () ->
            new IllegalArgumentException(
                SAMPLING_RATIO.key() + " is to be a number: " + SAMPLING_RATIO.description());
    try {
      double share = Double.parseDouble(text.trim());
      if (!(share >= 0 && share <= 1)) {
        throw wrong.get();
      }
      return share;
    } catch (NumberFormatException e) {
      throw wrong.get();
    }
  }
}
