package org.openimr.ingest.extract.text;

/**
 * Recognizes the escape sequences of terminals (ECMA-48): control sequences, such as those for
 * colors, and operating system commands, such as one that sets the title of a window.
 */
final class EscapeSequence {
  private static final char ESCAPE = '\u001B';
  private static final char BELL = '\u0007';

  /** The character that begins a control sequence by itself, like an escape and a bracket. */
  private static final char CONTROL_SEQUENCE = '\u009B';

  /** A longer sequence is not one that a program writes; its text is kept. */
  private static final int MAX_LENGTH = 80;

  private EscapeSequence() {}

  /** Returns the length of the sequence that begins at an offset; 0 if there is none. */
  static int lengthAt(String text, int start) {
    if (text.charAt(start) == CONTROL_SEQUENCE) {
      return endOfControlSequence(text, start, start + 1);
    }
    if (text.charAt(start) != ESCAPE || start + 1 == text.length()) {
      return 0;
    }
    return switch (text.charAt(start + 1)) {
      case '[' -> endOfControlSequence(text, start, start + 2);
      case ']' -> endOfCommand(text, start);
      default -> 0;
    };
  }

  /** Parameters and intermediate characters, then one final character. */
  private static int endOfControlSequence(String text, int start, int parameters) {
    int end = Math.min(text.length(), start + MAX_LENGTH);
    int at = parameters;
    while (at < end && text.charAt(at) >= ' ' && text.charAt(at) <= '?') {
      at++;
    }
    boolean isComplete = at < end && text.charAt(at) >= '@' && text.charAt(at) <= '~';
    return isComplete ? at + 1 - start : 0;
  }

  /** Text up to a bell, or to an escape and a backslash, on the same line. */
  private static int endOfCommand(String text, int start) {
    int end = Math.min(text.length(), start + MAX_LENGTH);
    for (int at = start + 2; at < end && text.charAt(at) != '\n'; at++) {
      if (text.charAt(at) == BELL) {
        return at + 1 - start;
      }
      if (text.charAt(at) == ESCAPE) {
        return at + 1 < end && text.charAt(at + 1) == '\\' ? at + 2 - start : 0;
      }
    }
    return 0;
  }
}
