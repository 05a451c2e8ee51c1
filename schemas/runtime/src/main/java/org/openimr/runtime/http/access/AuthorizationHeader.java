package org.openimr.runtime.http.access;

import java.util.Optional;

/** Reads the header {@code Authorization}. */
public final class AuthorizationHeader {
  private AuthorizationHeader() {}

  /**
   * Returns the credential of a header with a scheme; empty if the header has another scheme. Names
   * of schemes are case-insensitive (RFC 9110), regardless of the locale.
   */
  public static Optional<String> credential(String header, String scheme) {
    int length = scheme.length();
    return header.length() > length
            && header.regionMatches(true, 0, scheme, 0, length)
            && header.charAt(length) == ' '
        ? Optional.of(header.substring(length).strip())
        : Optional.empty();
  }
}
