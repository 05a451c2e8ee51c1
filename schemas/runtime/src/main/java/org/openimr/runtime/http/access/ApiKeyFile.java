package org.openimr.runtime.http.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a file, a line each (see {@link ApiKey#parse}), blank lines and lines that begin with
 * {@code #} left out. It is read again when it changes, so that a key is given and taken away
 * without a restart; a version that can't be read is complained about, and the one before holds.
 */
public final class ApiKeyFile {
  private static final Logger LOG = LoggerFactory.getLogger(ApiKeyFile.class);

  private final Path file;
  private volatile Known known;

  /** What the file said when it was last read. */
  private record Known(FileTime changed, Map<String, AuthenticatedClient> callers) {}

  private ApiKeyFile(Path file, Known known) {
    this.file = file;
    this.known = known;
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it can't be read, naming the line that is wrong
   */
  public static ApiKeyFile open(Path file) {
    try {
      return new ApiKeyFile(file, read(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("the file of keys " + file + " can't be read", e);
    }
  }

  /** Whose key it is. */
  public Optional<AuthenticatedClient> authenticate(String key) {
    return Optional.ofNullable(newest().callers().get(ApiKey.hash(key)));
  }

  private Known newest() {
    Known before = known;
    try {
      if (!Files.getLastModifiedTime(file).equals(before.changed())) {
        known = read(file);
        LOG.info("keys were read again: {}", known.callers().size());
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("the file of keys {} can't be read again; the keys of before hold", file);
      known = new Known(changedNow(before.changed()), before.callers());
    }
    return known;
  }

  /** So that the same version is complained about once. */
  private FileTime changedNow(FileTime otherwise) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return otherwise;
    }
  }

  private static Known read(Path file) throws IOException {
    FileTime changed = Files.getLastModifiedTime(file);
    Map<String, AuthenticatedClient> callers = new HashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        ApiKey key = parse(file, number, line);
        callers.put(key.sha256(), key.client());
      }
    }
    return new Known(changed, Map.copyOf(callers));
  }

  private static ApiKey parse(Path file, int number, String line) {
    try {
      return ApiKey.parse(line);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s:%d: %s".formatted(file, number, e.getMessage()), e);
    }
  }
}
