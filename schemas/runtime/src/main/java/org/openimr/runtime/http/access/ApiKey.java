package org.openimr.runtime.http.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.openimr.schemas.event.Sha256;

/**
 * A key as it is kept: never itself, only its SHA-256. That is enough for keys of 256 random bits,
 * which nobody can try through; a slow hash is for passwords that people choose.
 *
 * @param caller whose it is
 * @param sha256 of the key, 64 hex digits in lower case
 */
public record ApiKey(AuthenticatedClient client, String sha256) {
  private static final String PREFIX = "imr_";
  private static final int RANDOM_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public ApiKey {
    sha256 = sha256.toLowerCase(Locale.ROOT);
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a key is kept as 64 hex digits, its SHA-256");
    }
    if (!client.name().matches("[A-Za-z0-9._@-]{1,64}")) {
      throw new IllegalArgumentException(
          "a key's name is 1 to 64 letters, digits or ._@-, not \"%s\"".formatted(client.name()));
    }
  }

  /** A new key, to be shown to its owner once. */
  public static String generate() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept of a key. */
  public static String hash(String key) {
    return Sha256.hex(key.getBytes(UTF_8));
  }

  /**
   * Reads a line of a file of keys: name, hash, rights, with blanks between.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static ApiKey parse(String line) {
    String[] words = line.strip().split("\\s+");
    if (words.length < 2) {
      throw new IllegalArgumentException("a line is: name, SHA-256 of the key, rights");
    }
    return new ApiKey(
        new AuthenticatedClient(
            words[0], Set.copyOf(Arrays.asList(words).subList(2, words.length))),
        words[1]);
  }

  /** The line of a file that {@link #parse} reads. */
  public String toLine() {
    return (client.name() + " " + sha256 + " " + String.join(" ", client.rights())).strip();
  }
}
