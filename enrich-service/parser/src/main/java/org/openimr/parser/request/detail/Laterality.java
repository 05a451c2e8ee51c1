package org.openimr.parser.request.detail;

/** Side of the body. */
public enum Laterality {
  LEFT,
  RIGHT,
  BILATERAL
}
