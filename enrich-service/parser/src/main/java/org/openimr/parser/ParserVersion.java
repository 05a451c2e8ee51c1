package org.openimr.parser;

/** Version of the parser: changes whenever the same letter may read differently. */
public final class ParserVersion {
  /** The version that this code is. */
  public static final String CURRENT = "1";

  private ParserVersion() {}
}
