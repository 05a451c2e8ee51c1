package org.openimr.tools.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.openimr.tools.generator.model.GeneratedLetter;

/**
 * Writes letters to a directory, one file per letter.
 *
 * @param letters directory of the letters
 * @param labels directory of the labels; none are written if empty
 * @param form format of the letter files
 * @param filesPerDirectory maximum letters per directory; more go to numbered subdirectories
 */
public record LetterFolderWriter(
    Path letters, Optional<Path> labels, Form form, int filesPerDirectory) {

  /** Format of a letter file. */
  public enum Form {
    TEXT,
    PDF,
    /** Like published letters: an empty user password, and copying not permitted. */
    ENCRYPTED_PDF
  }

  /** Writes texts to a single directory, without labels. */
  public static LetterFolderWriter of(Path letters) {
    return new LetterFolderWriter(letters, Optional.empty(), Form.TEXT, Integer.MAX_VALUE);
  }

  /**
   * Writes the letters {@code 0} to {@code count - 1}, using all processors.
   *
   * @throws UncheckedIOException if a file cannot be written
   */
  public void write(LetterGenerator generator, long count) {
    int directories = (int) Math.max(1, (count + filesPerDirectory - 1) / filesPerDirectory);
    IntStream.range(0, directories).forEach(directory -> create(directory, directories));
    LongStream.range(0, count)
        .parallel()
        .forEach(
            index ->
                write(generator.generate(index), (int) (index / filesPerDirectory), directories));
  }

  private void create(int directory, int directories) {
    try {
      Files.createDirectories(directory(letters, directory, directories));
      if (labels.isPresent()) {
        Files.createDirectories(directory(labels.get(), directory, directories));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directory(Path root, int directory, int directories) {
    return directories == 1 ? root : root.resolve(Integer.toString(directory));
  }

  private void write(GeneratedLetter letter, int directory, int directories) {
    String extension = form == Form.TEXT ? ".txt" : ".pdf";
    byte[] content =
        form == Form.TEXT
            ? letter.text().getBytes(StandardCharsets.UTF_8)
            : LetterPdfRenderer.render(letter.content(), form == Form.ENCRYPTED_PDF);
    write(directory(letters, directory, directories).resolve(letter.name() + extension), content);
    labels.ifPresent(
        root ->
            write(
                directory(root, directory, directories).resolve(letter.name() + ".json"),
                LabelWriter.toJson(letter)));
  }

  private static void write(Path file, byte[] content) {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
