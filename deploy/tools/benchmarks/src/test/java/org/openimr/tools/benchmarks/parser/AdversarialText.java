package org.openimr.tools.benchmarks.parser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A text of variable size that is expensive for a scanner.
 *
 * @param scanner name of the scanner
 * @param part repeated part
 * @param textOfSize creates a text of about a number of bytes in UTF-8
 * @param reader runs the scanner
 */
record AdversarialText(
    String scanner, String part, IntFunction<String> textOfSize, Consumer<String> reader) {

  /** A text that only repeats the part. */
  static AdversarialText of(String scanner, String part, Consumer<String> reader) {
    return surroundedBy(scanner, "", part, "", reader);
  }

  /** Same as above between texts that make the scanner read it. */
  static AdversarialText surroundedBy(
      String scanner, String before, String part, String after, Consumer<String> reader) {
    return new AdversarialText(
        scanner, part, bytes -> before + repeatTo(part, bytes) + after, reader);
  }

  static String repeatTo(String part, int bytes) {
    return part.repeat(Math.max(1, bytes / part.getBytes(UTF_8).length));
  }

  @Override
  public String toString() {
    return scanner + ": " + part.replaceAll("\\s+", " ");
  }
}
