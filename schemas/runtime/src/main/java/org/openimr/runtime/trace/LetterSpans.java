package org.openimr.runtime.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.openimr.runtime.log.SafeFailureText;
import org.openimr.schemas.event.DeadLetterReason;

/**
 * Makes spans of work on a letter. Their attributes say where it stood and where it went, never
 * what it says.
 */
public final class LetterSpans {
  private static final TextMapGetter<Headers> FROM_HEADERS =
      (headers, key) -> DeadLetterReason.headerText(headers, key).orElse(null);
  private static final TextMapGetter<Optional<String>> FROM_SENDER =
      (traceparent, key) -> key.equals("traceparent") ? traceparent.orElse(null) : null;

  private final Tracer tracer;

  LetterSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  /** Where a letter stood. */
  public record RecordPosition(String topic, int partition, long offset) {}

  /**
   * Does work on a letter that begins its trace.
   *
   * @param traceparent of its sender, whose trace goes on then, with its own choice whether it is
   *     recorded; one that is not as W3C says counts as none
   */
  public void startTrace(String span, Optional<String> traceparent, Runnable work) {
    Context parent =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, FROM_SENDER);
    run(
        tracer.spanBuilder(span).setSpanKind(SpanKind.PRODUCER).setParent(parent).startSpan(),
        work);
  }

  /** Does work on a letter that came with these headers. */
  void continueTrace(String span, Headers came, Optional<RecordPosition> place, Runnable work) {
    Context parent =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), came, FROM_HEADERS);
    Span open =
        tracer.spanBuilder(span).setSpanKind(SpanKind.CONSUMER).setParent(parent).startSpan();
    place.ifPresent(at -> tell(open, at));
    run(open, work);
  }

  private static void tell(Span span, RecordPosition place) {
    span.setAttribute("messaging.system", "kafka")
        .setAttribute("messaging.destination.name", place.topic())
        .setAttribute("messaging.destination.partition.id", Integer.toString(place.partition()))
        .setAttribute("messaging.kafka.offset", place.offset());
  }

  private static void run(Span span, Runnable work) {
    Scope scope = span.makeCurrent();
    try {
      work.run();
    } catch (RuntimeException e) {
      span.setStatus(StatusCode.ERROR, SafeFailureText.classChain(e));
      throw e;
    } finally {
      scope.close();
      span.end();
    }
  }
}
