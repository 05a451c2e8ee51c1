package org.openimr.ingest.extract.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.ingest.extract.model.ExtractionWarning;

class HiddenPdfTextTest {
  private static final String SEEN = PdfSamples.text(72, 700, "Walker for 3 months: Upheld");
  private static final String SECRET = PdfSamples.text(72, 600, "Corset: Overturned");
  private static final List<String> SCAN_LINES =
      java.util.Collections.nCopies(10, "The words of the page as a program recognized them here");

  private final PdfTextExtractor pdfText = new PdfTextExtractor(ExtractionLimits.DEFAULT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        // in the colour of the page
        "1 g %s 0 g",
        "1 1 1 rg %s 0 g",
        "0.97 0.98 0.96 rg %s 0 g",
        "0 0 0 0 k %s 0 g",
        "/DeviceGray cs 1 sc %s 0 g",
        "/DeviceRGB cs 1 1 1 scn %s 0 g",
        "q 1 g %s Q",
        "1 G 1 Tr %s 0 Tr",
        // in the colour of an area
        "0 0 1 rg 60 590 300 30 re f %s 0 g",
        "0.2 g 60 590 m 360 590 l 360 620 l 60 620 l h f %s 0 g",
        // covered
        "%s 1 g 60 590 300 30 re f",
        "%s 0.5 g 60 580 m 360 580 l 360 640 l 60 640 l h f 0 g",
        "%s 1 g 10 10 20 20 re 60 590 300 30 re f 0 g",
        // without ink
        "3 Tr %s 0 Tr",
        "7 Tr %s 0 Tr",
        // outside the page and the clipping path
        "q 1 0 0 1 700 0 cm %s Q",
        "q 1 0 0 1 0 -800 cm %s Q",
        "q 72 100 300 50 re W n %s Q"
      })
  void hiddenTextIsLeftOutWithWarning(String contents) {
    ExtractedText extracted = read(PdfSamples.ofContents(SEEN + contents.formatted(SECRET)));

    assertThat(extracted.text()).isEqualTo("Walker for 3 months: Upheld\n");
    assertThat(extracted.warnings())
        .containsExactly(
            new ExtractionWarning(
                ExtractionWarning.Code.HIDDEN_TEXT, 1, "left out 16 invisible letters"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "1 0 0 rg %s 0 g",
        "0 g 60 590 300 30 re f 1 g %s 0 g",
        "1 1 0 rg 60 590 300 30 re f 0 g %s",
        // rules below and through the text, and a frame around it
        "%s 0 g 60 597 300 1 re f 60 604 300 0.6 re f",
        "%s 60 590 300 30 re S",
        "q 60 500 300 200 re W n %s Q",
        "1 Tr %s 0 Tr",
        "%s 60 590 300 30 re n",
        "q 60 590 m 360 590 l 360 620 l 60 620 l h W* n %s Q"
      })
  void visibleTextIsReadWithoutWarning(String contents) {
    ExtractedText extracted = read(PdfSamples.ofContents(SEEN + contents.formatted(SECRET)));

    assertThat(extracted.text()).contains("Walker for 3 months: Upheld", "Corset: Overturned");
    assertThat(extracted.warnings()).isEmpty();
  }

  @Test
  void hiddenCopyOfVisibleTextNeedsNoWarning() {
    ExtractedText extracted = read(PdfSamples.ofContents(SEEN + "3 Tr " + SEEN + "0 Tr "));

    assertThat(extracted.text()).isEqualTo("Walker for 3 months: Upheld\n");
    assertThat(extracted.warnings()).isEmpty();
  }

  @Test
  void transparentTextIsHidden() {
    byte[] pdf =
        PdfSamples.build(
            document -> {
              PDPage page = PdfSamples.addRawPage(document, SEEN + "/GS gs " + SECRET);
              PDExtendedGraphicsState state = new PDExtendedGraphicsState();
              state.setNonStrokingAlphaConstant(0f);
              page.getResources().put(COSName.getPDFName("GS"), state);
            });

    assertThat(read(pdf).text()).doesNotContain("Corset");
    assertThat(read(pdf).warnings()).hasSize(1);
  }

  @Test
  void textOfLayerThatIsOffIsHidden() {
    assertThat(read(layered(false, false)).text()).doesNotContain("Corset");
    assertThat(read(layered(false, true)).text()).doesNotContain("Corset");
    assertThat(read(layered(false, true)).warnings()).hasSize(1);
  }

  @Test
  void textOfLayerThatIsOnIsRead() {
    assertThat(read(layered(true, false)).text()).contains("Corset");
    assertThat(read(layered(true, true)).text()).contains("Corset");
    assertThat(read(layered(true, true)).warnings()).isEmpty();
  }

  @Test
  void textUnderImageIsHidden() {
    byte[] pdf =
        PdfSamples.build(
            document -> addImage(document, SEEN + SECRET + "q 300 0 0 30 60 590 cm /I Do Q"));

    assertThat(read(pdf).text()).doesNotContain("Corset");
    assertThat(read(pdf).warnings()).hasSize(1);
  }

  @Test
  void lightTextOnImageIsReadWithWarning() {
    byte[] pdf =
        PdfSamples.build(
            document -> addImage(document, SEEN + "q 300 0 0 30 60 590 cm /I Do Q 1 g " + SECRET));

    assertThat(read(pdf).text()).contains("Corset");
    assertThat(read(pdf).warnings())
        .extracting(ExtractionWarning::code)
        .containsExactly(ExtractionWarning.Code.HIDDEN_TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q 612 0 0 792 0 0 cm /I Do Q 3 Tr %s",
        "%s q 612 0 0 792 0 0 cm /I Do Q",
      })
  void textLayerOfScanIsReadWithWarning(String contents) {
    String layer = PdfSamples.lines(72, 700, SCAN_LINES);
    byte[] pdf = PdfSamples.build(document -> addImage(document, contents.formatted(layer)));

    assertThat(read(pdf).text()).contains("as a program recognized");
    assertThat(read(pdf).warnings())
        .extracting(ExtractionWarning::message)
        .containsExactly("the text is the invisible text layer of a scanned page");
  }

  private static void addImage(PDDocument document, String contents) throws IOException {
    PDPage page = PdfSamples.addRawPage(document, contents);
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    page.getResources()
        .put(COSName.getPDFName("I"), LosslessFactory.createFromImage(document, image));
  }

  private static byte[] layered(boolean isOn, boolean isMembership) {
    return PdfSamples.build(
        document -> {
          PDPage page = PdfSamples.addRawPage(document, SEEN + "/OC /L BDC " + SECRET + " EMC ");
          PDOptionalContentProperties layers = new PDOptionalContentProperties();
          PDOptionalContentGroup layer = new PDOptionalContentGroup("draft");
          layers.addGroup(layer);
          layers.setGroupEnabled(layer, isOn);
          document.getDocumentCatalog().setOCProperties(layers);
          COSDictionary properties = new COSDictionary();
          properties.setItem("L", isMembership ? membership(layer) : layer.getCOSObject());
          page.getResources().getCOSObject().setItem(COSName.PROPERTIES, properties);
        });
  }

  private static COSDictionary membership(PDOptionalContentGroup layer) {
    COSDictionary membership = new COSDictionary();
    membership.setName(COSName.TYPE, "OCMD");
    COSArray groups = new COSArray();
    groups.add(layer.getCOSObject());
    membership.setItem("OCGs", groups);
    return membership;
  }

  private ExtractedText read(byte[] pdf) {
    ExtractionResult result = pdfText.extract(pdf);
    assertThat(result).isInstanceOf(ExtractedText.class);
    return (ExtractedText) result;
  }
}
