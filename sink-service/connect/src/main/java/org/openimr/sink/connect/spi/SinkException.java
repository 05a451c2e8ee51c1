package org.openimr.sink.connect.spi;

/** An operation on the worker failed; the message is a sentence for operators. */
public final class SinkException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SinkException(String message) {
    super(message);
  }

  public SinkException(String message, Throwable cause) {
    super(message, cause);
  }
}
