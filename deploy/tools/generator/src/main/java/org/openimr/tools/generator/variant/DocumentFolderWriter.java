package org.openimr.tools.generator.variant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Writes documents to a directory, one file per document.
 *
 * @param documents directory of the documents
 * @param labels directory of the labels; none are written if empty
 * @param pdf whether to print the texts on the pages of PDFs
 */
public record DocumentFolderWriter(Path documents, Optional<Path> labels, boolean pdf) {

  /**
   * Writes the documents {@code 0} to {@code count - 1}, using all processors.
   *
   * @throws UncheckedIOException if a file cannot be written
   */
  public void write(DocumentGenerator generator, long count) {
    try {
      Files.createDirectories(documents);
      if (labels.isPresent()) {
        Files.createDirectories(labels.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LongStream.range(0, count).parallel().forEach(index -> write(generator.generate(index)));
  }

  private void write(GeneratedDocument document) {
    if (pdf) {
      write(
          documents.resolve(document.name() + ".pdf"), PrintedPdfRenderer.render(document.text()));
    } else {
      write(
          documents.resolve(document.name() + ".txt"),
          document.text().getBytes(StandardCharsets.UTF_8));
    }
    labels.ifPresent(
        root ->
            write(root.resolve(document.name() + ".json"), DocumentLabelWriter.toJson(document)));
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
