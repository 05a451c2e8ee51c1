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
 * Creates spans for the processing of letters. Attributes hold positions and topics, never text of
 * a letter.
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

  /** The position of a record. */
  public record RecordPosition(String topic, int partition, long offset) {}

  /**
   * Runs the intake of a letter in the first span of its trace.
   *
   * @param traceparent of the sender, whose trace and sampling decision are continued; ignored if
   *     it is malformed (W3C Trace Context)
   */
  public void startTrace(String span, Optional<String> traceparent, Runnable work) {
    Context parent =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, FROM_SENDER);
    run(
        tracer.spanBuilder(span).setSpanKind(SpanKind.PRODUCER).setParent(parent).startSpan(),
        work);
  }

  /** Runs the processing of a letter in a span of the trace in its headers. */
  void continueTrace(
      String span, Headers headers, Optional<RecordPosition> position, Runnable work) {
    Context parent =
        W3CTraceContextPropagator.getInstance().extract(Context.root(), headers, FROM_HEADERS);
    Span open =
        tracer.spanBuilder(span).setSpanKind(SpanKind.CONSUMER).setParent(parent).startSpan();
    position.ifPresent(at -> setPosition(open, at));
    run(open, work);
  }

  private static void setPosition(Span span, RecordPosition position) {
    span.setAttribute("messaging.system", "kafka")
        .setAttribute("messaging.destination.name", position.topic())
        .setAttribute("messaging.destination.partition.id", Integer.toString(position.partition()))
        .setAttribute("messaging.kafka.offset", position.offset());
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
