package org.openimr.cli.doctor;

import java.util.Locale;

/** How good what was found is; later ones are worse. */
enum Severity {
  /** As it should be. */
  RIGHT,
  /** It works; someone should know of it. */
  NOTE,
  /** It could not be looked at: no rights, or no answer. */
  UNSEEN,
  /** Letters are late, lost on the way or at risk until someone does something. */
  WRONG;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
