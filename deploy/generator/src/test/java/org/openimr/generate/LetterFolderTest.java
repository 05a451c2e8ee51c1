package org.openimr.generate;

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
import org.openimr.generate.LetterFolder.Form;

class LetterFolderTest {
  private static final LetterGenerator GENERATOR =
      new LetterGenerator(GeneratorSettings.seeded(31));

  @TempDir private Path root;

  @Test
  void eachLetterHasAFileAndALabelOfTheSameName() throws Exception {
    Path letters = root.resolve("letters");
    Path labels = root.resolve("labels");

    new LetterFolder(letters, Optional.of(labels), Form.TEXT, 1000).write(GENERATOR, 50);

    assertThat(names(letters)).hasSize(50).isEqualTo(names(labels));
    assertThat(Files.readString(letters.resolve(GENERATOR.letter(7).name() + ".txt")))
        .isEqualTo(GENERATOR.letter(7).text());
  }

  @Test
  void manyLettersAreSpreadOverFolders() throws Exception {
    new LetterFolder(root, Optional.empty(), Form.TEXT, 20).write(GENERATOR, 50);

    assertThat(names(root)).containsExactly("0", "1", "2");
    assertThat(names(root.resolve("2"))).hasSize(10);
  }

  @Test
  void publishedLetterIsEncryptedAndHoldsItsWords() throws Exception {
    new LetterFolder(root, Optional.empty(), Form.ENCRYPTED_PDF, 1000).write(GENERATOR, 1);

    GeneratedLetter letter = GENERATOR.letter(0);
    try (PDDocument pdf = Loader.loadPDF(root.resolve(letter.name() + ".pdf").toFile())) {
      assertThat(pdf.isEncrypted()).isTrue();
      assertThat(pdf.getCurrentAccessPermission().canExtractContent()).isFalse();
      assertThat(folded(new PDFTextStripper().getText(pdf)))
          .contains(folded(letter.label().clinicalSummary().text()))
          .contains(folded(letter.label().items().get(0).rationale()));
    }
  }

  private static String folded(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceAll("\\.\\w+$", ""))
          .sorted()
          .toList();
    }
  }
}
