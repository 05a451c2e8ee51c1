package org.openimr.tools.chaos.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The log lines of a process since its last start. */
final class LogTail {
  private final Path file;
  private volatile long start;

  LogTail(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /** Marks a start of the process: earlier lines are ignored from now on. */
  void mark() {
    try {
      start = Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      start = 0;
    }
  }

  /** The latest line that contains a text. */
  Optional<String> findLine(String text) {
    return read().lines().filter(line -> line.contains(text)).reduce((first, last) -> last);
  }

  private String read() {
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
