package org.openimr.sink.connect;

/** The worker can't do what was asked; the message is a sentence for people. */
public final class SinkFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SinkFailure(String sentence) {
    super(sentence);
  }

  public SinkFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
