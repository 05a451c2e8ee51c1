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
 * Adds the trace of the letter that the thread processes to the headers of sent records, as W3C
 * {@code traceparent}; not to records of internal topics.
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
  public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
    Span span = Span.current();
    Optional<Topic> topic = Topic.byName(record.topic());
    if (span.getSpanContext().isValid() && topic.isPresent()) {
      W3CTraceContextPropagator.getInstance()
          .inject(Context.current(), record.headers(), INTO_HEADERS);
      span.addEvent("sent", Attributes.of(TOPIC, record.topic()));
      if (topic.get() == Topic.DEAD_LETTERS) {
        DeadLetterReason.headerText(record.headers(), DeadLetterReason.CODE)
            .ifPresent(code -> span.setAttribute(CODE, code));
      }
    }
    return record;
  }

  @Override
  public void onAcknowledgement(RecordMetadata metadata, Exception failure) {}

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public void close() {}
}
