package org.openimr.ingest.source;

import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells whether a file has changed.
 *
 * @param size in bytes
 * @param modified milliseconds since 1970
 */
record FileState(long size, long modified) {
  static FileState of(BasicFileAttributes attributes) {
    return new FileState(attributes.size(), attributes.lastModifiedTime().toMillis());
  }
}
