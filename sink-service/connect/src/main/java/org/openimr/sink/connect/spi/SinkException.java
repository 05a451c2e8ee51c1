package org.openimr.sink.connect.spi;

/** The worker can't do what was asked; the message is a sentence for people. */
public final class SinkException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SinkException(String sentence) {
    super(sentence);
  }

  public SinkException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
