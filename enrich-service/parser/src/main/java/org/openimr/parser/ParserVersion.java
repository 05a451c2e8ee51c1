package org.openimr.parser;

/**
 * Version of the parser. It increases with each change that may give a different result for a
 * letter.
 */
public final class ParserVersion {
  /** The version of this code. */
  public static final String CURRENT = "1";

  private ParserVersion() {}
}
