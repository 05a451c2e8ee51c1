package org.openimr.ingest.source.directory;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * Size and modification time of a file; a file counts as changed if they differ.
 *
 * @param size size in bytes
 * @param lastModified milliseconds since the epoch
 */
record FileFingerprint(long size, long lastModified) {
  static FileFingerprint of(BasicFileAttributes attributes) {
    return new FileFingerprint(attributes.size(), attributes.lastModifiedTime().toMillis());
  }

  /** The size and time, by which the file can be found without its name. */
  @Override
  public String toString() {
    return size < 0
        ? "size and time unknown"
        : "%d bytes, modified %s".formatted(size, Instant.ofEpochMilli(lastModified));
  }
}
