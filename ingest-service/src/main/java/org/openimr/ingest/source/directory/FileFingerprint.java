package org.openimr.ingest.source.directory;

import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells whether a file has changed.
 *
 * @param size in bytes
 * @param modified milliseconds since 1970
 */
record FileFingerprint(long size, long lastModified) {
  static FileFingerprint of(BasicFileAttributes attributes) {
    return new FileFingerprint(attributes.size(), attributes.lastModifiedTime().toMillis());
  }
}
