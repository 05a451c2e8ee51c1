package org.openimr.sink.monitor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.openimr.runtime.http.HttpListener;
import org.openimr.runtime.http.access.AuthenticatedClient;
import org.openimr.runtime.http.access.AuthorizationHeader;
import org.openimr.schemas.event.Sha256;

/**
 * Decides whether a request may read clinical text. If the listener requires authentication, the
 * scopes of the client decide; otherwise the request needs the single key whose SHA-256 is
 * configured.
 */
public final class ClinicalTextAccess {
  private static final String BEARER = "Bearer";
  private static final int HASH_BYTES = 32;

  private static final AuthenticatedClient KEY_CLIENT =
      new AuthenticatedClient("clinical-text-key", Set.of(AuthenticatedClient.CLINICAL_TEXT));

  private final Optional<byte[]> hash;
  private final boolean scopesDecide;

  private ClinicalTextAccess(Optional<byte[]> hash, boolean scopesDecide) {
    this.hash = hash;
    this.scopesDecide = scopesDecide;
  }

  /** Access of a request. */
  public enum Right {
    /** Everything except clinical text, for requests without a key. */
    NO_CLINICAL_TEXT,
    /** Everything, for requests with a valid key. */
    CLINICAL_TEXT,
    /** Nothing, for requests with an invalid key. */
    DENIED
  }

  /**
   * Creates access with a single key.
   *
   * @param sha256 SHA-256 of the key in hex; empty to deny access to clinical text
   * @throws IllegalArgumentException if it is neither empty nor 64 hex digits
   */
  public static ClinicalTextAccess of(String sha256) {
    if (sha256.isBlank()) {
      return new ClinicalTextAccess(Optional.empty(), false);
    }
    byte[] hash = decode(sha256.trim());
    if (hash.length != HASH_BYTES) {
      throw invalidHash();
    }
    return new ClinicalTextAccess(Optional.of(hash), false);
  }

  /** Returns the access for a listener; if it requires authentication, client scopes decide. */
  public ClinicalTextAccess securedBy(HttpListener listener) {
    return new ClinicalTextAccess(hash, listener.authenticator().isRequired());
  }

  /** Authenticates the single key as a client with access to clinical text. */
  public Optional<AuthenticatedClient> authenticate(String key) {
    return isKey(key) ? Optional.of(KEY_CLIENT) : Optional.empty();
  }

  /** Whether any key gives access to clinical text. */
  public boolean isAvailable() {
    return scopesDecide || hash.isPresent();
  }

  /**
   * Returns the access of a request.
   *
   * @param client the client authenticated by the listener
   * @param authorization the Authorization header, if present
   */
  Right of(AuthenticatedClient client, Optional<String> authorization) {
    if (scopesDecide) {
      return client.hasRight(AuthenticatedClient.CLINICAL_TEXT)
          ? Right.CLINICAL_TEXT
          : Right.NO_CLINICAL_TEXT;
    }
    return of(authorization);
  }

  /**
   * Returns the access of a request, comparing the key in constant time.
   *
   * @param authorization the Authorization header, if present
   */
  public Right of(Optional<String> authorization) {
    return authorization
        .map(header -> matches(header) ? Right.CLINICAL_TEXT : Right.DENIED)
        .orElse(Right.NO_CLINICAL_TEXT);
  }

  private boolean matches(String header) {
    return AuthorizationHeader.credential(header, BEARER).filter(this::isKey).isPresent();
  }

  private boolean isKey(String key) {
    return hash.isPresent() && MessageDigest.isEqual(hash.get(), sha256(key));
  }

  private static byte[] decode(String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      throw invalidHash();
    }
  }

  private static IllegalArgumentException invalidHash() {
    return new IllegalArgumentException(
        "monitor.clinical.text.key.sha256 must be 64 hex digits (sha256sum of the key)");
  }

  private static byte[] sha256(String key) {
    return Sha256.hash(key.getBytes(UTF_8));
  }
}
