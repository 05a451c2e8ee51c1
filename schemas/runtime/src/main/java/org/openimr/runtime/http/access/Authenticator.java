package org.openimr.runtime.http.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Knows callers by what they show in {@code Authorization}: {@code Bearer} with a key or a token,
 * or, for browsers, {@code Basic} with a key as the password and any user.
 */
public final class Authenticator {
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  private final List<Function<String, Optional<AuthenticatedClient>>> schemes;

  public Authenticator(List<Function<String, Optional<AuthenticatedClient>>> kinds) {
    this.schemes = List.copyOf(kinds);
  }

  /** Knows nobody, so that nobody need be known. */
  public static Authenticator none() {
    return new Authenticator(List.of());
  }

  /** Whether anybody is known, and so everybody must be. */
  public boolean isRequired() {
    return !schemes.isEmpty();
  }

  /**
   * Who sent a request; empty where nobody does who is known.
   *
   * @param authorization the header, if there is one
   */
  public Optional<AuthenticatedClient> authenticate(Optional<String> authorization) {
    return authorization.flatMap(Authenticator::credential).flatMap(this::known);
  }

  private Optional<AuthenticatedClient> known(String credential) {
    return schemes.stream().flatMap(kind -> kind.apply(credential).stream()).findFirst();
  }

  private static Optional<String> credential(String header) {
    if (header.startsWith(BEARER)) {
      return Optional.of(header.substring(BEARER.length()).strip());
    }
    return header.startsWith(BASIC) ? password(header.substring(BASIC.length())) : Optional.empty();
  }

  private static Optional<String> password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded.strip()), UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
