package org.openimr.cli.console;

/** Terminal styles, as ECMA-48 SGR codes. */
public enum AnsiStyle {
  UPHELD("33"),
  OVERTURNED("32"),
  DEAD("31"),
  STRONG("1"),
  FAINT("2");

  static final String END = "\u001b[0m";

  private final String code;

  AnsiStyle(String code) {
    this.code = code;
  }

  String begin() {
    return "\u001b[" + code + "m";
  }
}
