package org.openimr.tools.benchmarks.parser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A text to be grown, made to cost a scanner most, and what reads it.
 *
 * @param scanner name of what reads it
 * @param part what is repeated
 * @param ofBytes makes the text of so many bytes (UTF-8), to within a part and its frame
 */
record AdversarialText(
    String scanner, String part, IntFunction<String> textOfSize, Consumer<String> reader) {

  /** A text that is nothing but the part, again and again. */
  static AdversarialText of(String scanner, String part, Consumer<String> reader) {
    return surroundedBy(scanner, "", part, "", reader);
  }

  /** The same between words that make the scanner read it. */
  static AdversarialText surroundedBy(
      String scanner, String before, String part, String behind, Consumer<String> reader) {
    return new AdversarialText(
        scanner, part, bytes -> before + repeatTo(part, bytes) + behind, reader);
  }

  static String repeatTo(String part, int bytes) {
    return part.repeat(Math.max(1, bytes / part.getBytes(UTF_8).length));
  }

  @Override
  public String toString() {
    return scanner + ": " + part.replaceAll("\\s+", " ");
  }
}
