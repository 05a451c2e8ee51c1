package org.openimr.ingest.extract.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationUnknown;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionWarning;

class PdfAnnotationTest {
  private static final List<String> LINES =
      List.of("Case:", "Assigned:                    Priority: Standard", "", "Splint is:", "End.");

  private final PdfTextExtractor pdfText = new PdfTextExtractor(ExtractionLimits.DEFAULT);

  @Test
  void formFieldsAreReadWhereTheyStand() {
    ExtractedText extracted =
        read(
            page -> {
              addField(page, new PDRectangle(105, 718, 80, 14), "CM99-1");
              addField(page, new PDRectangle(125, 704, 50, 14), "07/08/2016");
              addField(page, new PDRectangle(125, 677, 60, 14), "Overturned");
            });

    assertThat(extracted.text())
        .isEqualTo(
            """
            Case: CM99-1
            Assigned: 07/08/2016 Priority: Standard

            Splint is: Overturned
            End.
            """);
    assertThat(extracted.warnings()).isEmpty();
  }

  @Test
  void fieldWithValueButWithoutAppearanceLeadsToWarning() {
    ExtractedText extracted =
        read(page -> add(page, "Widget", annotation -> annotation.setString(COSName.V, "Upheld")));

    assertThat(extracted.warnings())
        .extracting(ExtractionWarning::code)
        .containsExactly(ExtractionWarning.Code.ANNOTATION);
    assertThat(extracted.warnings().getFirst().message())
        .contains("form field")
        .doesNotContain("Upheld");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FreeText", "Stamp", "StrikeOut", "Ink", "Redact", "Caret", "Square"})
  void annotationThatMayChangeTheResultIsNotReadAndLeadsToWarning(String type) {
    ExtractedText extracted = read(page -> addAppearance(add(page, type, a -> {}), "Overturned"));

    assertThat(extracted.text()).doesNotContain("Overturned");
    assertThat(extracted.warnings())
        .containsExactly(
            new ExtractionWarning(
                ExtractionWarning.Code.ANNOTATION, 1, "annotations that were not read: " + type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Link", "Text", "Popup", "Highlight"})
  void otherAnnotationsNeedNoWarning(String type) {
    assertThat(read(page -> add(page, type, a -> {})).warnings()).isEmpty();
  }

  @Test
  void hiddenAnnotationNeedsNoWarning() {
    assertThat(read(page -> add(page, "Stamp", a -> a.setInt(COSName.F, 2))).warnings()).isEmpty();
  }

  private interface PageStep {
    void on(PDPage page) throws IOException;
  }

  private interface AnnotationStep {
    void on(COSDictionary annotation);
  }

  private ExtractedText read(PageStep step) {
    byte[] pdf =
        PdfSamples.build(
            document -> {
              PdfSamples.addPage(document, LINES);
              step.on(document.getPage(0));
            });
    return (ExtractedText) pdfText.extract(pdf);
  }

  private static PDAnnotation add(PDPage page, String type, AnnotationStep step)
      throws IOException {
    COSDictionary dictionary = new COSDictionary();
    dictionary.setName(COSName.SUBTYPE, type);
    step.on(dictionary);
    PDAnnotation annotation = new PDAnnotationUnknown(dictionary);
    annotation.setRectangle(new PDRectangle(200, 650, 100, 20));
    List<PDAnnotation> annotations = new ArrayList<>(page.getAnnotations());
    annotations.add(annotation);
    page.setAnnotations(annotations);
    return annotation;
  }

  private static void addField(PDPage page, PDRectangle area, String value) throws IOException {
    PDAnnotation field = add(page, "Widget", a -> a.setName(COSName.FT, "Tx"));
    field.setRectangle(area);
    addAppearance(field, value);
  }

  private static void addAppearance(PDAnnotation annotation, String text) throws IOException {
    PDRectangle area = annotation.getRectangle();
    PDAppearanceStream appearance = new PDAppearanceStream(new PDDocument());
    appearance.setBBox(new PDRectangle(area.getWidth(), area.getHeight()));
    try (OutputStream out = appearance.getStream().createOutputStream()) {
      out.write(
          "/Tx BMC q BT /F1 9 Tf 2 2 Td (%s) Tj ET Q EMC".formatted(text).getBytes(ISO_8859_1));
    }
    PDAppearanceDictionary appearances = new PDAppearanceDictionary();
    appearances.setNormalAppearance(appearance);
    annotation.setAppearance(appearances);
  }
}
