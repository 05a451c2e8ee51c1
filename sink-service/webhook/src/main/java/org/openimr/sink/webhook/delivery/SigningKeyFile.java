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
 * The keys in a file, reloaded when it changes, so that keys are rotated without a restart. While
 * the file can't be read or contains no key, the previous keys stay in use.
 */
public final class SigningKeyFile implements Supplier<List<SigningKey>> {
  private static final Logger LOG = LoggerFactory.getLogger(SigningKeyFile.class);
  private static final long RELOAD_INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

  private final Path file;
  private String content;
  private List<SigningKey> keys;
  private long checkedAt;

  /**
   * Loads the keys.
   *
   * @throws IllegalArgumentException naming the file, if it can't be read or contains no key
   */
  public SigningKeyFile(Path file) {
    this.file = file;
    try {
      content = Files.readString(file);
      keys = SigningKey.parse(content);
    } catch (IOException e) {
      throw new IllegalArgumentException("the signing keys can't be read from " + file, e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("in " + file + " " + e.getMessage(), e);
    }
    checkedAt = System.nanoTime();
  }

  /** The current keys, at most one second after the file changed. */
  @Override
  public synchronized List<SigningKey> get() {
    long now = System.nanoTime();
    if (now - checkedAt > RELOAD_INTERVAL_NANOS) {
      checkedAt = now;
      reload();
    }
    return keys;
  }

  private void reload() {
    try {
      String now = Files.readString(file);
      if (!now.equals(content)) {
        keys = SigningKey.parse(now);
        content = now;
        LOG.info("signing with {} key(s) from {}", keys.size(), file);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      LOG.warn("keeping the previous signing keys: {} contains no readable key", file);
    }
  }
}
