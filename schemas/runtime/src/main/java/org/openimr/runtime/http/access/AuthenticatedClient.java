package org.openimr.runtime.http.access;

import java.util.Set;

/**
 * The sender of a request, according to its key or token.
 *
 * @param name of the key, or subject of the token; never the key itself
 * @param rights beyond access to the API, e.g. {@link #CLINICAL_TEXT}
 */
public record AuthenticatedClient(String name, Set<String> rights) {
  /** The right to read summaries and rationales. */
  public static final String CLINICAL_TEXT = "clinical-text";

  /** The client of listeners without authentication. */
  public static final AuthenticatedClient ANONYMOUS = new AuthenticatedClient("anybody", Set.of());

  public AuthenticatedClient {
    rights = Set.copyOf(rights);
  }

  /** Whether the client has a right. */
  public boolean hasRight(String right) {
    return rights.contains(right);
  }
}
