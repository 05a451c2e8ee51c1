package org.openimr.runtime.http.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Authenticates clients by the header {@code Authorization}: {@code Bearer} with a key or token,
 * or, for browsers, {@code Basic} with a key as the password and any user name.
 */
public final class Authenticator {
  private static final String BEARER = "Bearer";
  private static final String BASIC = "Basic";

  private final List<Function<String, Optional<AuthenticatedClient>>> schemes;

  public Authenticator(List<Function<String, Optional<AuthenticatedClient>>> schemes) {
    this.schemes = List.copyOf(schemes);
  }

  /** An authenticator that accepts every client. */
  public static Authenticator none() {
    return new Authenticator(List.of());
  }

  /** Whether clients must authenticate. */
  public boolean isRequired() {
    return !schemes.isEmpty();
  }

  /**
   * The client of a request; empty if it is unknown.
   *
   * @param authorization value of the header, if present
   */
  public Optional<AuthenticatedClient> authenticate(Optional<String> authorization) {
    return authorization.flatMap(Authenticator::credential).flatMap(this::authenticateCredential);
  }

  private Optional<AuthenticatedClient> authenticateCredential(String credential) {
    return schemes.stream().flatMap(scheme -> scheme.apply(credential).stream()).findFirst();
  }

  private static Optional<String> credential(String header) {
    return AuthorizationHeader.credential(header, BEARER)
        .or(() -> AuthorizationHeader.credential(header, BASIC).flatMap(Authenticator::password));
  }

  private static Optional<String> password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
