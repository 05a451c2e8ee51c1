package org.openimr.sink.monitor.statistics;

/** Keys of the revision store, which sort by case and revision. */
public final class RevisionKey {
  private RevisionKey() {}

  public static String of(String caseKey, int revision) {
    return "%s#%010d".formatted(caseKey, revision);
  }

  public static String first(String caseKey) {
    return of(caseKey, 0);
  }

  public static String last(String caseKey) {
    return of(caseKey, Integer.MAX_VALUE);
  }
}
