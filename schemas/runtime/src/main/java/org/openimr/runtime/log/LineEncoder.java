package org.openimr.runtime.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;

/** A log of one line an event, in UTF-8. */
abstract class LineEncoder extends EncoderBase<ILoggingEvent> {
  private static final byte[] NO_BYTES = {};

  /** What is logged of an event, without the end of the line. */
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
