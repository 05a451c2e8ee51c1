package org.openimr.runtime.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.topic.Topic;

/**
 * Writes the trace of the letter that a thread is at work on into the headers of what it sends, by
 * W3C's {@code traceparent}; not into records of Streams' own topics.
 */
public final class TracingProducerInterceptor implements ProducerInterceptor<byte[], byte[]> {
  private static final AttributeKey<String> TOPIC =
      AttributeKey.stringKey("messaging.destination.name");
  private static final AttributeKey<String> CODE = AttributeKey.stringKey(DeadLetterReason.CODE);
  private static final TextMapSetter<Headers> INTO_HEADERS =
      (headers, key, value) -> {
        headers.remove(key);
        headers.add(key, value.getBytes(UTF_8));
      };

  @Override
  public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> sent) {
    Span span = Span.current();
    Optional<Topic> topic = Topic.byName(sent.topic());
    if (span.getSpanContext().isValid() && topic.isPresent()) {
      W3CTraceContextPropagator.getInstance()
          .inject(Context.current(), sent.headers(), INTO_HEADERS);
      span.addEvent("sent", Attributes.of(TOPIC, sent.topic()));
      if (topic.get() == Topic.DEAD_LETTERS) {
        DeadLetterReason.headerText(sent.headers(), DeadLetterReason.CODE)
            .ifPresent(code -> span.setAttribute(CODE, code));
      }
    }
    return sent;
  }

  @Override
  public void onAcknowledgement(RecordMetadata metadata, Exception failure) {}

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public void close() {}
}
