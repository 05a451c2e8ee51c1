package org.openimr.cli.doctor;

import java.util.Locale;

/** Severity of a finding, in ascending order. */
enum Severity {
  /** The part works as intended. */
  OK,
  /** The part works; an operator should know about the finding. */
  WARNING,
  /** The part could not be checked: access was denied, or it did not answer. */
  UNKNOWN,
  /** Letters are delayed or at risk until the problem is fixed. */
  FAILED;

  /** {@code OK} and, in lower case, {@code warning}, {@code unknown} and {@code failed}. */
  String label() {
    return this == OK ? name() : name().toLowerCase(Locale.ROOT);
  }
}
