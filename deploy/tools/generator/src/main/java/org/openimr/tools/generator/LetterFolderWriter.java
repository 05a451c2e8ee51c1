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
 * Writes letters to a folder, a file a letter.
 *
 * @param letters where the letters go
 * @param labels where their labels go, if wanted
 * @param form of the letters
 * @param perFolder letters in one folder; with more of them there are numbered folders below
 */
public record LetterFolderWriter(
    Path letters, Optional<Path> labels, Form form, int filesPerDirectory) {

  /** What a letter's file holds. */
  public enum Form {
    TEXT,
    PDF,
    /** As published: an empty user password, no copying. */
    ENCRYPTED_PDF
  }

  /** Letters as text in one folder, without labels. */
  public static LetterFolderWriter of(Path letters) {
    return new LetterFolderWriter(letters, Optional.empty(), Form.TEXT, Integer.MAX_VALUE);
  }

  /**
   * Writes the letters {@code 0} to {@code count - 1} on all processors.
   *
   * @throws UncheckedIOException if a file can't be written
   */
  public void write(LetterGenerator generator, long count) {
    int folders = (int) Math.max(1, (count + filesPerDirectory - 1) / filesPerDirectory);
    IntStream.range(0, folders).forEach(folder -> create(folder, folders));
    LongStream.range(0, count)
        .parallel()
        .forEach(
            index -> write(generator.generate(index), (int) (index / filesPerDirectory), folders));
  }

  private void create(int folder, int folders) {
    try {
      Files.createDirectories(place(letters, folder, folders));
      if (labels.isPresent()) {
        Files.createDirectories(place(labels.get(), folder, folders));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path place(Path root, int folder, int folders) {
    return folders == 1 ? root : root.resolve(Integer.toString(folder));
  }

  private void write(GeneratedLetter letter, int folder, int folders) {
    String ending = form == Form.TEXT ? ".txt" : ".pdf";
    byte[] content =
        form == Form.TEXT
            ? letter.text().getBytes(StandardCharsets.UTF_8)
            : LetterPdfRenderer.render(letter.content(), form == Form.ENCRYPTED_PDF);
    write(place(letters, folder, folders).resolve(letter.name() + ending), content);
    labels.ifPresent(
        root ->
            write(
                place(root, folder, folders).resolve(letter.name() + ".json"),
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
