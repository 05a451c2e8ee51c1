package org.openimr.service.log;

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
 * A JSON object a line, with no other keys than those of {@link LogKey}. Of failures it says their
 * classes: their messages may quote a letter.
 */
final class JsonLines extends Lines {
  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final String service;

  JsonLines(String service) {
    this.service = service;
  }

  @Override
  String line(ILoggingEvent event) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    put(line, LogKey.TIME, MILLIS.format(Instant.ofEpochMilli(event.getTimeStamp())));
    put(line, LogKey.LEVEL, event.getLevel().toString());
    put(line, LogKey.SERVICE, service);
    put(line, LogKey.LOGGER, event.getLoggerName());
    put(line, LogKey.THREAD, event.getThreadName());
    put(line, LogKey.MESSAGE, event.getFormattedMessage());
    for (KeyValuePair pair : Optional.ofNullable(event.getKeyValuePairs()).orElse(List.of())) {
      LogKey.of(pair.key).ifPresent(key -> put(line, key, pair.value));
    }
    if (event.getThrowableProxy() != null) {
      put(line, LogKey.ERROR, FailureKinds.of(event.getThrowableProxy()));
    }
    SpanContext trace = Span.current().getSpanContext();
    if (trace.isValid()) {
      put(line, LogKey.TRACE_ID, trace.getTraceId());
    }
    return line.toString();
  }

  private static void put(ObjectNode line, LogKey key, Object value) {
    if (value instanceof Number number) {
      line.put(key.key(), number.doubleValue());
    } else {
      line.put(key.key(), String.valueOf(value));
    }
  }
}
