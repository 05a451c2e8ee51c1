package org.openimr.parser.request.detail;

/** A side of the body, or both. */
public enum Laterality {
  LEFT,
  RIGHT,
  BILATERAL
}
