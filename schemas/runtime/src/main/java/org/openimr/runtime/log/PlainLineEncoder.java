package org.openimr.runtime.log;

import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Encodes each event as one human-readable line. Failures are written as classes without a stack
 * trace: their messages may quote a letter.
 */
public final class PlainLineEncoder extends LineEncoder {
  private static final int LOGGER_LENGTH = 36;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS").withZone(ZoneId.systemDefault());

  private final TargetLengthBasedClassNameAbbreviator logger =
      new TargetLengthBasedClassNameAbbreviator(LOGGER_LENGTH);

  /** Called by Logback, which creates the encoder by its class name. */
  public PlainLineEncoder() {}

  @Override
  String format(ILoggingEvent event) {
    String failure =
        event.getThrowableProxy() == null
            ? ""
            : ": " + ExceptionClassChain.of(event.getThrowableProxy());
    return "%s %-5s [%s] %s - %s%s"
        .formatted(
            TIME.format(Instant.ofEpochMilli(event.getTimeStamp())),
            event.getLevel(),
            event.getThreadName(),
            logger.abbreviate(event.getLoggerName()),
            event.getFormattedMessage(),
            failure);
  }
}
