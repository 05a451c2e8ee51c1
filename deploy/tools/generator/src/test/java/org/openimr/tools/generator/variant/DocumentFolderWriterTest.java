package org.openimr.tools.generator.variant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.tools.generator.model.GeneratorSettings;

class DocumentFolderWriterTest {
  private static final DocumentGenerator GENERATOR =
      new DocumentGenerator(
          GeneratorSettings.withSeed(8),
          VariantSelection.parse(List.of("SEVERAL_LETTERS", "CAPITALS")));

  @TempDir private Path root;

  @Test
  void writesTextAndLabelsOfEachLetter() throws Exception {
    Path labels = root.resolve("labels");

    new DocumentFolderWriter(root, Optional.of(labels), false).write(GENERATOR, 2);

    GeneratedDocument document = GENERATOR.generate(0);
    assertThat(root.resolve("document-000000.txt")).content().isEqualTo(document.text());
    JsonNode label = label(labels, 0);
    assertThat(label.path("variants").path(0).asText()).isEqualTo("SEVERAL_LETTERS");
    assertThat(label.path("mustBeRight").asBoolean()).isTrue();
    assertThat(label.path("letters")).hasSize(document.letters().size());
    assertThat(label.at("/letters/1/clinicalSummary/text").asText())
        .isEqualTo(document.letters().get(1).label().clinicalSummary().text());
    assertThat(label.at("/letters/0/warnings").isArray()).isTrue();
    assertThat(label(labels, 1).path("ignoreCase").asBoolean()).isTrue();
    assertThat(label(labels, 1).path("mustBeRight").asBoolean()).isFalse();
  }

  @Test
  void writesNoLabelsByDefault() {
    new DocumentFolderWriter(root, Optional.empty(), false).write(GENERATOR, 1);

    assertThat(root).isDirectoryNotContaining("glob:**.json");
  }

  @Test
  void printsTextOnPagesOfPdf() throws Exception {
    new DocumentFolderWriter(root, Optional.empty(), true).write(GENERATOR, 1);

    GeneratedDocument document = GENERATOR.generate(0);
    try (PDDocument pdf = Loader.loadPDF(root.resolve(document.name() + ".pdf").toFile())) {
      assertThat(withoutSpaces(new PDFTextStripper().getText(pdf)))
          .isEqualTo(withoutSpaces(document.text()));
    }
  }

  private static String withoutSpaces(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static JsonNode label(Path labels, int index) throws Exception {
    return new ObjectMapper()
        .readTree(Files.readString(labels.resolve("document-00000" + index + ".json")));
  }
}
