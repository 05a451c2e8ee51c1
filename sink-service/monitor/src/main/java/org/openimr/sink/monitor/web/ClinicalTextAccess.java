package org.openimr.sink.monitor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.openimr.runtime.http.HttpListener;
import org.openimr.runtime.http.access.AuthenticatedClient;
import org.openimr.schemas.event.Sha256;

/**
 * Decides who may read the clinical text of letters: where the door asks for keys, whoever has one
 * with that right; else whoever shows the one key of which only the SHA-256 is known here.
 */
public final class ClinicalTextAccess {
  private static final String BEARER = "Bearer ";
  private static final int HASH_BYTES = 32;

  private static final AuthenticatedClient HOLDER =
      new AuthenticatedClient("clinical-text-key", Set.of(AuthenticatedClient.CLINICAL_TEXT));

  private final Optional<byte[]> hash;
  private final boolean byRights;

  private ClinicalTextAccess(Optional<byte[]> hash, boolean byRights) {
    this.hash = hash;
    this.byRights = byRights;
  }

  /** What a request may read. */
  public enum Right {
    /** No key was shown: all but clinical text. */
    FIGURES,
    /** The key was shown. */
    CLINICAL_TEXT,
    /** A key was shown and it is none. */
    REFUSED
  }

  /**
   * Access by a key.
   *
   * @param sha256 in hex; empty where nobody may read clinical text
   * @throws IllegalArgumentException if it is neither empty nor 64 hex digits
   */
  public static ClinicalTextAccess of(String sha256) {
    if (sha256.isBlank()) {
      return new ClinicalTextAccess(Optional.empty(), false);
    }
    byte[] hash = decoded(sha256.trim());
    if (hash.length != HASH_BYTES) {
      throw notAHash();
    }
    return new ClinicalTextAccess(Optional.of(hash), false);
  }

  /** The same behind a door that asks for keys, whose rights count. */
  public ClinicalTextAccess securedBy(HttpListener door) {
    return new ClinicalTextAccess(hash, door.authenticator().isRequired());
  }

  /** The key as one that a door knows. */
  public Optional<AuthenticatedClient> holderOf(String key) {
    return matches(BEARER + key) ? Optional.of(HOLDER) : Optional.empty();
  }

  /** Whether there is a key at all. */
  public boolean isAvailable() {
    return byRights || hash.isPresent();
  }

  /**
   * The right of a request.
   *
   * @param caller as the door knows it
   * @param authorization the header, if there is one
   */
  Right of(AuthenticatedClient caller, Optional<String> authorization) {
    if (byRights) {
      return caller.hasRight(AuthenticatedClient.CLINICAL_TEXT)
          ? Right.CLINICAL_TEXT
          : Right.FIGURES;
    }
    return of(authorization);
  }

  /**
   * The right of a request, in a time that does not depend on how much of the key is right.
   *
   * @param authorization the header, if there is one
   */
  public Right of(Optional<String> authorization) {
    return authorization
        .map(header -> matches(header) ? Right.CLINICAL_TEXT : Right.REFUSED)
        .orElse(Right.FIGURES);
  }

  private boolean matches(String header) {
    return header.startsWith(BEARER)
        && hash.isPresent()
        && MessageDigest.isEqual(hash.get(), sha256(header.substring(BEARER.length())));
  }

  private static byte[] decoded(String hex) {
    try {
      return HexFormat.of().parseHex(hex);
    } catch (IllegalArgumentException e) {
      throw notAHash();
    }
  }

  private static IllegalArgumentException notAHash() {
    return new IllegalArgumentException(
        "monitor.clinical.text.key.sha256 is to be 64 hex digits (sha256sum of the key)");
  }

  private static byte[] sha256(String key) {
    return Sha256.hash(key.getBytes(UTF_8));
  }
}
