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
 * A file of API keys, one per line (see {@link ApiKey#parse}); blank lines and lines that begin
 * with {@code #} are ignored. The file is reloaded when it changes, so that keys are added and
 * revoked without a restart. If the new version can't be read, a warning is logged and the old keys
 * stay.
 */
public final class ApiKeyFile {
  private static final Logger LOG = LoggerFactory.getLogger(ApiKeyFile.class);

  private final Path file;
  private volatile LoadedKeys loaded;

  /** The keys of the last version that was read. */
  private record LoadedKeys(FileTime modified, Map<String, AuthenticatedClient> clients) {}

  private ApiKeyFile(Path file, LoadedKeys loaded) {
    this.file = file;
    this.loaded = loaded;
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException if the file can't be read, naming the malformed line
   */
  public static ApiKeyFile open(Path file) {
    try {
      return new ApiKeyFile(file, read(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("key file " + file + " can't be read", e);
    }
  }

  /** The client of a key; empty for an unknown key. */
  public Optional<AuthenticatedClient> authenticate(String key) {
    return Optional.ofNullable(current().clients().get(ApiKey.hash(key)));
  }

  private LoadedKeys current() {
    LoadedKeys before = loaded;
    try {
      if (!Files.getLastModifiedTime(file).equals(before.modified())) {
        loaded = read(file);
        LOG.info("reloaded {} API keys", loaded.clients().size());
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("key file {} can't be reloaded, keeping the old keys", file);
      loaded = new LoadedKeys(lastModifiedOr(before.modified()), before.clients());
    }
    return loaded;
  }

  /** The time of the version that failed, so that it is reported once. */
  private FileTime lastModifiedOr(FileTime otherwise) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return otherwise;
    }
  }

  private static LoadedKeys read(Path file) throws IOException {
    FileTime modified = Files.getLastModifiedTime(file);
    Map<String, AuthenticatedClient> clients = new HashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        ApiKey key = parse(file, number, line);
        clients.put(key.sha256(), key.client());
      }
    }
    return new LoadedKeys(modified, Map.copyOf(clients));
  }

  private static ApiKey parse(Path file, int number, String line) {
    try {
      return ApiKey.parse(line);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s:%d: %s".formatted(file, number, e.getMessage()), e);
    }
  }
}
