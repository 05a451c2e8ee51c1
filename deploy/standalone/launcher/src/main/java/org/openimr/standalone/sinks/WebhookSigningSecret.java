package org.openimr.standalone.sinks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The signing key of webhooks of {@code imr up}, in a file that only its owner can read. */
final class WebhookSigningSecret {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private WebhookSigningSecret() {}

  /** The file in a directory; created with a new key if missing. */
  static Path fileIn(Path directory) {
    Path file = directory.resolve("signing-keys");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(directory);
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, key() + "\n");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key() {
    byte[] key = new byte[BYTES];
    RANDOM.nextBytes(key);
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }
}
