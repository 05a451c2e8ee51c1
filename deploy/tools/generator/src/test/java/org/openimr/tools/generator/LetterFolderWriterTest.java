package org.openimr.tools.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.tools.generator.LetterFolderWriter.Form;
import org.openimr.tools.generator.model.GeneratedLetter;
import org.openimr.tools.generator.model.GeneratorSettings;

class LetterFolderWriterTest {
  private static final LetterGenerator GENERATOR =
      new LetterGenerator(GeneratorSettings.withSeed(31));

  @TempDir private Path root;

  @Test
  void writesFileAndLabelWithTheSameName() throws Exception {
    Path letters = root.resolve("letters");
    Path labels = root.resolve("labels");

    new LetterFolderWriter(letters, Optional.of(labels), Form.TEXT, 1000).write(GENERATOR, 50);

    assertThat(names(letters)).hasSize(50).isEqualTo(names(labels));
    assertThat(Files.readString(letters.resolve(GENERATOR.generate(7).name() + ".txt")))
        .isEqualTo(GENERATOR.generate(7).text());
  }

  @Test
  void distributesManyLettersOverSubdirectories() throws Exception {
    new LetterFolderWriter(root, Optional.empty(), Form.TEXT, 20).write(GENERATOR, 50);

    assertThat(names(root)).containsExactly("0", "1", "2");
    assertThat(names(root.resolve("2"))).hasSize(10);
  }

  @Test
  void encryptedPdfContainsText() throws Exception {
    new LetterFolderWriter(root, Optional.empty(), Form.ENCRYPTED_PDF, 1000).write(GENERATOR, 1);

    GeneratedLetter letter = GENERATOR.generate(0);
    try (PDDocument pdf = Loader.loadPDF(root.resolve(letter.name() + ".pdf").toFile())) {
      assertThat(pdf.isEncrypted()).isTrue();
      assertThat(pdf.getCurrentAccessPermission().canExtractContent()).isFalse();
      assertThat(withoutSpaces(new PDFTextStripper().getText(pdf)))
          .contains(withoutSpaces(letter.label().clinicalSummary().text()))
          .contains(withoutSpaces(letter.label().items().get(0).rationale()));
    }
  }

  private static String withoutSpaces(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static List<String> names(Path directory) throws Exception {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString().replaceAll("\\.\\w+$", ""))
          .sorted()
          .toList();
    }
  }
}
