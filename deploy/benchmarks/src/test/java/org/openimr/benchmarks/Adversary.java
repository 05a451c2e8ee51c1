package org.openimr.benchmarks;

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
record Adversary(
    String scanner, String part, IntFunction<String> ofBytes, Consumer<String> reader) {

  /** A text that is nothing but the part, again and again. */
  static Adversary of(String scanner, String part, Consumer<String> reader) {
    return framed(scanner, "", part, "", reader);
  }

  /** The same between words that make the scanner read it. */
  static Adversary framed(
      String scanner, String before, String part, String behind, Consumer<String> reader) {
    return new Adversary(scanner, part, bytes -> before + grown(part, bytes) + behind, reader);
  }

  static String grown(String part, int bytes) {
    return part.repeat(Math.max(1, bytes / part.getBytes(UTF_8).length));
  }

  @Override
  public String toString() {
    return scanner + ": " + part.replaceAll("\\s+", " ");
  }
}
