package org.openimr.runtime.http.access;

import java.util.Set;

/**
 * Who sent a request, as its key or token says.
 *
 * @param name of the key, or the token's subject; never the key itself
 * @param rights beyond coming in at all, e.g. {@link #CLINICAL_TEXT}
 */
public record AuthenticatedClient(String name, Set<String> rights) {
  /** May read summaries and rationales. */
  public static final String CLINICAL_TEXT = "clinical-text";

  /** Whoever comes where no key is asked for. */
  public static final AuthenticatedClient ANONYMOUS = new AuthenticatedClient("anybody", Set.of());

  public AuthenticatedClient {
    rights = Set.copyOf(rights);
  }

  /** Whether it has a right. */
  public boolean hasRight(String right) {
    return rights.contains(right);
  }
}
