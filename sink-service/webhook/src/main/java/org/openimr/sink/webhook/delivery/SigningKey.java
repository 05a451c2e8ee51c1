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
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
public final class SigningKey {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_BYTES = 24;
  private static final int MAX_BYTES = 64;
  private static final int NEW_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  private SigningKey(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Generates a key, in its text form, with the platform's secure random generator. */
  public static String generate() {
    byte[] bytes = new byte[NEW_BYTES];
    RANDOM.nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Parses keys in their text form, separated by white space; ignores lines that begin with {@code
   * #}.
   *
   * @throws IllegalArgumentException if there is no key or one is malformed; the message contains
   *     no key
   */
  public static List<SigningKey> parse(String text) {
    List<SigningKey> keys =
        text.lines()
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

  private static SigningKey of(String text) {
    byte[] bytes = text.startsWith(PREFIX) ? decode(text) : new byte[0];
    if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a signing key must be whsec_ followed by %d to %d bytes in base64"
              .formatted(MIN_BYTES, MAX_BYTES));
    }
    return new SigningKey(bytes);
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /**
   * The signature of a webhook with its version, {@code v1,...}.
   *
   * @param timestamp time of this attempt, seconds since 1970
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

  /** Does not contain the key. */
  @Override
  public String toString() {
    return "SigningKey";
  }
}
