package org.openimr.sink.webhook.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys in a file, read again when it changes: keys are rotated without a restart. While the
 * file can't be read, or holds no key, those that it held before go on.
 */
public final class SigningKeyFile implements Supplier<List<SigningKey>> {
  private static final Logger LOG = LoggerFactory.getLogger(SigningKeyFile.class);
  private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

  private final Path file;
  private String held;
  private List<SigningKey> keys;
  private long lookedAt;

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException naming the file, if it can't be read or holds no key
   */
  public SigningKeyFile(Path file) {
    this.file = file;
    try {
      held = Files.readString(file);
      keys = SigningKey.parse(held);
    } catch (IOException e) {
      throw new IllegalArgumentException("the signing keys can't be read from " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("in " + file + " " + e.getMessage(), e);
    }
    lookedAt = System.nanoTime();
  }

  /** The keys to sign with; at most a second old. */
  @Override
  public synchronized List<SigningKey> get() {
    long now = System.nanoTime();
    if (now - lookedAt > LOOK_AGAIN_NANOS) {
      lookedAt = now;
      look();
    }
    return keys;
  }

  private void look() {
    try {
      String now = Files.readString(file);
      if (!now.equals(held)) {
        keys = SigningKey.parse(now);
        held = now;
        LOG.info("Signing with {} key(s) from {}", keys.size(), file);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      LOG.warn("The signing keys from before stay: {} has none that can be read", file);
    }
  }
}
