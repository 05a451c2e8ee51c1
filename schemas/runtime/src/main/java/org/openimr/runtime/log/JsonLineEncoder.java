package org.openimr.runtime.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;

/**
 * Encodes each event as a JSON object on one line, with the keys of {@link LogField} only. Failures
 * are written as classes: their messages may quote a letter.
 */
final class JsonLineEncoder extends LineEncoder {
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final String service;

  JsonLineEncoder(String service) {
    this.service = service;
  }

  @Override
  String format(ILoggingEvent event) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    put(line, LogField.TIME, MILLIS.format(Instant.ofEpochMilli(event.getTimeStamp())));
    put(line, LogField.LEVEL, event.getLevel().toString());
    put(line, LogField.SERVICE, service);
    put(line, LogField.LOGGER, event.getLoggerName());
    put(line, LogField.THREAD, event.getThreadName());
    put(line, LogField.MESSAGE, event.getFormattedMessage());
    for (KeyValuePair pair : Optional.ofNullable(event.getKeyValuePairs()).orElse(List.of())) {
      LogField.of(pair.key).ifPresent(key -> put(line, key, pair.value));
    }
    if (event.getThrowableProxy() != null) {
      put(line, LogField.ERROR, ExceptionClassChain.of(event.getThrowableProxy()));
    }
    SpanContext trace = Span.current().getSpanContext();
    if (trace.isValid()) {
      put(line, LogField.TRACE_ID, trace.getTraceId());
    }
    return line.toString();
  }

  private static void put(ObjectNode line, LogField key, Object value) {
    if (value instanceof Number number) {
      line.put(key.key(), number.doubleValue());
    } else {
      line.put(key.key(), String.valueOf(value));
    }
  }
}
