package org.openimr.sink.webhook.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A symmetric key of the Standard Webhooks scheme: {@code whsec_} and 24 to 64 bytes in base64.
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">the
 *     scheme</a>
 */
public final class SigningKey {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int FEWEST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final int NEW_BYTES = 32;

  private final SecretKeySpec key;

  private SigningKey(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** A new key in its printed form, from the platform's secure random numbers. */
  public static String generate() {
    byte[] bytes = new byte[NEW_BYTES];
    new SecureRandom().nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Keys in their printed form, white space between them, lines that begin with {@code #} left out.
   *
   * @throws IllegalArgumentException if there is none or one is not of that form; it holds no key
   */
  public static List<SigningKey> parse(String printed) {
    List<SigningKey> keys =
        printed
            .lines()
            .filter(line -> !line.startsWith("#"))
            .flatMap(line -> Arrays.stream(line.split("\\s+")))
            .filter(word -> !word.isEmpty())
            .map(SigningKey::of)
            .toList();
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("there is no signing key (whsec_...)");
    }
    return keys;
  }

  private static SigningKey of(String printed) {
    byte[] bytes = printed.startsWith(PREFIX) ? decoded(printed) : new byte[0];
    if (bytes.length < FEWEST_BYTES || bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a signing key is to be whsec_ and %d to %d bytes in base64"
              .formatted(FEWEST_BYTES, MOST_BYTES));
    }
    return new SigningKey(bytes);
  }

  private static byte[] decoded(String printed) {
    try {
      return Base64.getDecoder().decode(printed.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /**
   * The signature with its version, {@code v1,...}.
   *
   * @param timestamp of this try, seconds since 1970
   */
  String sign(WebhookMessage webhook, long timestamp) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((webhook.id() + '.' + timestamp + '.').getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(webhook.body()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  /** Nothing of the key. */
  @Override
  public String toString() {
    return "SigningKey";
  }
}
