package org.openimr.enrich.request;

/** Side of the body. */
public enum Laterality {
  LEFT,
  RIGHT,
  BILATERAL
}
