package org.openimr.evaluate;

/** What the user pointed at can't be used; the message says which file and why. */
final class UnusableInput extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableInput(String message) {
    super(message);
  }
}
