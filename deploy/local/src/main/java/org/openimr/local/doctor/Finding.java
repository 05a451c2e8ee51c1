package org.openimr.local.doctor;

/**
 * What was found of one thing.
 *
 * @param said a sentence; never anything of a letter
 * @param remedy what to do; empty where there is nothing to do
 */
record Finding(Verdict verdict, String said, String remedy) {
  static Finding right(String said) {
    return new Finding(Verdict.RIGHT, said, "");
  }

  static Finding note(String said, String remedy) {
    return new Finding(Verdict.NOTE, said, remedy);
  }

  static Finding unseen(String said, String remedy) {
    return new Finding(Verdict.UNSEEN, said, remedy);
  }

  static Finding wrong(String said, String remedy) {
    return new Finding(Verdict.WRONG, said, remedy);
  }
}
