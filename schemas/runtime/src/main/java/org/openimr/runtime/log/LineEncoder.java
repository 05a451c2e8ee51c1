package org.openimr.runtime.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;

/** Base of encoders that write one line per event, in UTF-8. */
abstract class LineEncoder extends EncoderBase<ILoggingEvent> {
  private static final byte[] NO_BYTES = {};

  /** The line of an event, without the line end. */
  abstract String format(ILoggingEvent event);

  @Override
  public final byte[] encode(ILoggingEvent event) {
    return (format(event) + "\n").getBytes(UTF_8);
  }

  @Override
  public final byte[] headerBytes() {
    return NO_BYTES;
  }

  @Override
  public final byte[] footerBytes() {
    return NO_BYTES;
  }
}
