package org.openimr.parser.letter.header;

import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.model.ParseWarning.Code;

/** Creates the warnings about single fields of the header. */
final class FieldWarnings {
  private FieldWarnings() {}

  static ParseWarning missing(String field) {
    return new ParseWarning(Code.FIELD_MISSING, field, "the letter does not print a value");
  }

  static ParseWarning invalid(String field) {
    return new ParseWarning(Code.FIELD_INVALID, field, "the printed value is not usable");
  }

  static ParseWarning corrected(String field) {
    return new ParseWarning(
        Code.FIELD_CORRECTED, field, "characters of the printed value were corrected");
  }

  static ParseWarning unlabelled(String field) {
    return new ParseWarning(Code.FIELD_CORRECTED, field, "the printed value has no label");
  }
}
