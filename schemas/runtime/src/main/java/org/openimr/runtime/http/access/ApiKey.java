package org.openimr.runtime.http.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.openimr.schemas.event.Sha256;

/**
 * A stored API key: only its SHA-256. A fast hash is sufficient for keys of 256 random bits, which
 * can't be guessed; slow hashes are for passwords that people choose.
 *
 * @param client that the key belongs to
 * @param sha256 of the key, 64 hex digits in lower case
 */
public record ApiKey(AuthenticatedClient client, String sha256) {
  private static final String PREFIX = "imr_";
  private static final int RANDOM_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public ApiKey {
    sha256 = sha256.toLowerCase(Locale.ROOT);
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("the SHA-256 of a key must be 64 hex digits");
    }
    if (!client.name().matches("[A-Za-z0-9._@-]{1,64}")) {
      throw new IllegalArgumentException(
          "the name of a key must be 1 to 64 letters, digits or ._@-, not \"%s\""
              .formatted(client.name()));
    }
  }

  /** A new random key, to be shown to its owner once. */
  public static String generate() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The SHA-256 of a key, as stored. */
  public static String hash(String key) {
    return Sha256.hex(key.getBytes(UTF_8));
  }

  /**
   * Parses a line of a key file: name, hash and rights, separated by blanks.
   *
   * @throws IllegalArgumentException if the line is malformed
   */
  public static ApiKey parse(String line) {
    String[] words = line.strip().split("\\s+");
    if (words.length < 2) {
      throw new IllegalArgumentException("a line must be: name, SHA-256 of the key, rights");
    }
    return new ApiKey(
        new AuthenticatedClient(
            words[0], Set.copyOf(Arrays.asList(words).subList(2, words.length))),
        words[1]);
  }

  /** The line of a key file that {@link #parse} reads. */
  public String toLine() {
    return (client.name() + " " + sha256 + " " + String.join(" ", client.rights())).strip();
  }
}
