package org.openimr.cli.doctor;

/**
 * What was found of one thing.
 *
 * @param said a sentence; never anything of a letter
 * @param remedy what to do; empty where there is nothing to do
 */
record DoctorFinding(Severity severity, String message, String remedy) {
  static DoctorFinding right(String said) {
    return new DoctorFinding(Severity.RIGHT, said, "");
  }

  static DoctorFinding note(String said, String remedy) {
    return new DoctorFinding(Severity.NOTE, said, remedy);
  }

  static DoctorFinding unseen(String said, String remedy) {
    return new DoctorFinding(Severity.UNSEEN, said, remedy);
  }

  static DoctorFinding wrong(String said, String remedy) {
    return new DoctorFinding(Severity.WRONG, said, remedy);
  }
}
