package org.openimr.tools.chaos.letter;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Expected outcomes of all letters of a run: one line per letter, written before it is sent. */
public final class ExpectationsFile implements AutoCloseable {
  private final BufferedWriter writer;

  private ExpectationsFile(BufferedWriter writer) {
    this.writer = writer;
  }

  /**
   * Creates a file.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public static ExpectationsFile create(Path file) {
    try {
      return new ExpectationsFile(Files.newBufferedWriter(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a letter. */
  public void add(SentLetter letter) {
    try {
      writer.write(letter.toLine());
      writer.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads all letters of a file, in the order of their index. */
  public static List<SentLetter> read(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(SentLetter::parse).toList();
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
