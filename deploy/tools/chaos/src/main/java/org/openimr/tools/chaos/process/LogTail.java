package org.openimr.tools.chaos.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a process has logged since its last start. */
final class LogTail {
  private final Path file;
  private volatile long start;

  LogTail(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  void mark() {
    try {
      start = Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      start = 0;
    }
  }

  /** The newest line that holds some words. */
  Optional<String> findLine(String words) {
    return text().lines().filter(line -> line.contains(words)).reduce((first, last) -> last);
  }

  private String text() {
    try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[(int) Math.max(0, reader.length() - start)];
      reader.seek(start);
      reader.readFully(bytes);
      return new String(bytes, UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
