package org.openimr.cli.doctor;

/**
 * A finding of a check.
 *
 * @param message the state of one part; never text of a letter
 * @param remedy what the operator can do; empty without a remedy
 */
record DoctorFinding(Severity severity, String message, String remedy) {
  static DoctorFinding ok(String message) {
    return new DoctorFinding(Severity.OK, message, "");
  }

  static DoctorFinding warning(String message, String remedy) {
    return new DoctorFinding(Severity.WARNING, message, remedy);
  }

  static DoctorFinding unknown(String message, String remedy) {
    return new DoctorFinding(Severity.UNKNOWN, message, remedy);
  }

  static DoctorFinding failed(String message, String remedy) {
    return new DoctorFinding(Severity.FAILED, message, remedy);
  }
}
