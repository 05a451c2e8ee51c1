package org.openimr.parser.citation.reference;

import org.jspecify.annotations.Nullable;
import org.openimr.parser.citation.catalogue.NameIndex.NameMatch;
import org.openimr.parser.citation.model.Guideline;

/** What is known of the reference that is being scanned. Mutable. */
final class ReferenceState {
  final int start;
  @Nullable NameMatch<Guideline> leading;
  @Nullable NameMatch<Guideline> first;
  @Nullable NameMatch<Guideline> inUrl;
  boolean url;
  boolean year;
  boolean identifier;
  boolean volume;
  boolean accessed;
  boolean accessDate;

  /** Position after the last URL; 0 if there is none. */
  int afterUrl;

  /** Position after the last name of a source; 0 if there is none. */
  int afterName;

  ReferenceState(int start) {
    this.start = start;
  }

  /** Whether enough is printed for another reference to follow. */
  boolean isComplete() {
    return url || year || identifier;
  }

  /** The publisher or database: the source that starts the reference, else that of the URL. */
  @Nullable NameMatch<Guideline> source() {
    return leading != null ? leading : inUrl != null ? inUrl : first;
  }

  void addName(NameMatch<Guideline> name, int position, int next) {
    if (position == start) {
      leading = name;
    }
    first = first == null ? name : first;
    afterName = next;
  }
}
