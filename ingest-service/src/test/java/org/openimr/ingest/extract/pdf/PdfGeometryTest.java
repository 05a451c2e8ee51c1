package org.openimr.ingest.extract.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openimr.ingest.extract.pdf.PdfSamples.lines;
import static org.openimr.ingest.extract.pdf.PdfSamples.ofContents;
import static org.openimr.ingest.extract.pdf.PdfSamples.text;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionWarning;

class PdfGeometryTest {
  private static final List<String> LINES =
      List.of(
          "All filler bills still follow the little hill, he will tell",
          "Massage, two weeks (illegible): Upheld",
          "The request is not medically necessary.");
  private static final String TEXT = String.join("\n", LINES) + "\n";

  private final PdfTextExtractor pdfText = new PdfTextExtractor(ExtractionLimits.DEFAULT);

  @ParameterizedTest
  @ValueSource(doubles = {90, 180, 270, 2, -1.5, 87})
  void textInAnyMainDirectionIsRead(double degrees) {
    String turned = turned(degrees) + lines(0, 0, LINES) + "Q\n";

    assertThat(read(turned).text()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {45, 90, 270, 30})
  void shortTextAtAnotherAngleIsLeftOut(double degrees) {
    String stamp = turned(degrees) + text(0, 0, "CONFIDENTIAL 000123") + "Q\n";

    assertThat(read(stamp + lines(72, 700, LINES)).text()).isEqualTo(TEXT);
    assertThat(read(lines(72, 700, LINES) + stamp).text()).isEqualTo(TEXT);
    assertThat(read(lines(72, 700, LINES) + stamp).warnings()).isEmpty();
  }

  @Test
  void watermarkOnBlankPageIsLeftOut() {
    byte[] pdf = ofContents(lines(72, 700, LINES), turned(45) + text(0, 0, "COPY") + "Q");

    assertThat(((ExtractedText) pdfText.extract(pdf)).text()).isEqualTo(TEXT + "\f");
  }

  @Test
  void shortLastPageInDirectionOfOthersIsRead() {
    String side = turned(90) + lines(0, 0, LINES) + lines(0, -60, LINES) + "Q";
    byte[] pdf = ofContents(side, turned(90) + text(0, 0, "The last line.") + "Q");

    assertThat(((ExtractedText) pdfText.extract(pdf)).text()).endsWith("\fThe last line.\n");
  }

  @Test
  void longTextAtAnotherAngleLeadsToWarning() {
    String aside = turned(90) + lines(0, 0, LINES) + "Q\n";

    assertThat(read(lines(72, 700, LINES) + lines(72, 600, LINES) + aside).warnings())
        .extracting(ExtractionWarning::code)
        .containsExactly(ExtractionWarning.Code.PAGE_FURNITURE);
  }

  @ParameterizedTest
  @CsvSource({"0.3,0", "1.5,0", "2.4,0", "3.5,0", "1,-1", "-1.2,0.8", "0,1.4", "0,0"})
  void textDrawnTwiceIsReadOnce(double dx, double dy) {
    StringBuilder lineByLine = new StringBuilder();
    for (int i = 0; i < LINES.size(); i++) {
      double y = 700 - i * 13.8;
      lineByLine.append(text(72, y, LINES.get(i))).append(text(72 + dx, y + dy, LINES.get(i)));
    }
    String layers = lines(72, 700, LINES) + lines(72 + dx, 700 + dy, LINES);

    assertThat(read(lineByLine.toString()).text()).isEqualTo(TEXT);
    assertThat(read(layers).text()).isEqualTo(TEXT);
    assertThat(read(layers + lines(72 + dx / 2, 700 + dy / 2, LINES)).text()).isEqualTo(TEXT);
  }

  @Test
  void boldWordsAmongOthersAreReadOnce() {
    String line = text(72, 700, "Massage: ") + text(120, 700, "Overturned");

    assertThat(read(line + text(120.4, 700, "Overturned") + text(121, 700, "Overturned")).text())
        .isEqualTo("Massage: Overturned\n");
  }

  @Test
  void spacedLettersAreJoinedToWords() {
    String spaced =
        "4 Tc "
            + text(72, 700, "HOW THE IMR")
            + text(72, 686, "Sling 2 x 6, left: Upheld")
            + "0 Tc ";

    assertThat(read(spaced).text()).isEqualTo("HOW THE IMR\nSling 2 x 6, left: Upheld\n");
    assertThat(read(text(72, 700, "C L I N I C A L   C A S E   S U M M A R Y")).text())
        .isEqualTo("CLINICAL CASE SUMMARY\n");
    assertThat(read(text(72, 700, "M A D E")).text()).isEqualTo("MADE\n");
    assertThat(read(text(72, 700, "Back brace: U p h e l d")).text())
        .isEqualTo("Back brace: Upheld\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Therapy 2 x 6 for L 4 L 5", "2 x 6", "a b c", "At 5 a m he took 2"})
  void shortWordsAreNotJoined(String line) {
    assertThat(read(text(72, 700, line)).text()).isEqualTo(line + "\n");
  }

  @ParameterizedTest
  @CsvSource({"0.12,0", "0.1,0", "0.25,0", "0.16,0.6"})
  void wordsWithoutBlanksAreSeparatedByTheirGaps(double gap, double characterSpacing) {
    String contents =
        String.format(Locale.ROOT, "%.2f Tc ", characterSpacing)
            + withoutBlanks(LINES, gap + characterSpacing / 12);

    assertThat(read(contents).text()).isEqualTo(TEXT);
  }

  @Test
  void blocksDrawnInAnotherOrderAreSorted() {
    String first = lines(72, 700, List.of("First heading: Upheld", "First text."));
    String second = lines(72, 650, List.of("Second heading: Overturned", "Second text."));
    String third = lines(72, 600, List.of("Third heading: Upheld", "Third text."));
    String expected = read(first + second + third).text();

    assertThat(expected).contains("First text.\n\nSecond heading");
    assertThat(read(first + third + second).text()).isEqualTo(expected);
    assertThat(read(third + second + first).text()).isEqualTo(expected);
    assertThat(read(second + first + third).text()).isEqualTo(expected);
  }

  @Test
  void linesDrawnFromBottomToTopAreSorted() {
    StringBuilder contents = new StringBuilder();
    for (int i = LINES.size() - 1; i >= 0; i--) {
      contents.append(text(72, 700 - i * 13.8, LINES.get(i)));
    }

    assertThat(read(contents.toString()).text()).isEqualTo(TEXT);
  }

  @Test
  void valuesDrawnAfterAllLabelsAreReadWithTheirLabels() {
    String labels =
        lines(72, 700, List.of("Case:", "Assigned:", "Decided:"))
            + lines(72, 640, List.of("The expert reviewer is an expert."));
    String values = lines(160, 700, List.of("CM99-1", "07/08/2016", "09/10/2016"));

    assertThat(read(labels + values).text())
        .isEqualTo(
            """
            Case: CM99-1
            Assigned: 07/08/2016
            Decided: 09/10/2016

            The expert reviewer is an expert.
            """);
  }

  @Test
  void cellsOfTableKeepTheirDrawingOrder() {
    String table =
        text(72, 700, "Priority: ")
            + text(140, 700, "Standard ")
            + lines(240, 700, List.of("Application ", "Received: "))
            + text(340, 700, "11/03/2016 ")
            + text(72, 650, "The reviewer.");

    assertThat(read(table).text()).startsWith("Priority: Standard Application \nReceived: \n11/03");
  }

  @Test
  void stampDrawnLastIsReadAtItsPlace() {
    String stamp = text(420, 760, "RECEIVED MAR 14 2018");

    assertThat(read(lines(72, 700, LINES) + stamp).text())
        .isEqualTo("RECEIVED MAR 14 2018\n\n" + TEXT);
  }

  @Test
  void columnsAreReadOneAfterTheOther() {
    List<String> left = column("left column");
    List<String> right = column("right column");
    String heading = text(72, 720, "A heading above both of the columns of running text");
    String expected = read(heading + lines(72, 700, left) + lines(330, 700, right)).text();
    StringBuilder rows = new StringBuilder(heading);
    for (int i = 0; i < left.size(); i++) {
      rows.append(text(72, 700 - i * 13.8, left.get(i)));
      rows.append(text(330, 700 - i * 13.8, right.get(i)));
    }

    assertThat(expected.lines().filter(line -> !line.isBlank()).toList())
        .startsWith("A heading above both of the columns of running text", left.get(0))
        .endsWith(right.getLast())
        .hasSize(1 + 2 * left.size());
    assertThat(read(rows.toString()).text()).isEqualTo(expected);
    assertThat(read(lines(330, 700, right) + lines(72, 700, left) + heading).text())
        .isEqualTo(expected);
  }

  @Test
  void tablesAreReadRowByRow() {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 9; i++) {
      rows.append(text(72, 700 - i * 13.8, "Drug " + "x".repeat(i)));
      rows.append(text(330, 700 - i * 13.8, "Amount " + i));
    }

    assertThat(read(rows.toString()).text()).startsWith("Drug x Amount 1\nDrug xx Amount 2\n");
  }

  @Test
  void lineNumbersInMarginAreLeftOut() {
    StringBuilder numbers = new StringBuilder();
    for (int i = 1; i <= 28; i++) {
      numbers.append(text(i < 10 ? 50 : 44, 720 - 24 * i, String.valueOf(i)));
    }

    assertThat(read(numbers + lines(72, 700, LINES)).text()).isEqualTo(TEXT);
    assertThat(read(lines(72, 700, LINES) + numbers).text()).isEqualTo(TEXT);
  }

  @Test
  void numberedListsKeepTheirNumbers() {
    StringBuilder list = new StringBuilder();
    for (int i = 1; i <= 9; i++) {
      list.append(text(72, 700 - 14 * i, i + "")).append(text(110, 700 - 14 * i, "times"));
    }

    assertThat(read(list + lines(72, 500, LINES)).text()).startsWith("1 times\n2 times\n");
  }

  @Test
  void watermarkInLargeFontIsLeftOut() {
    String watermark = "BT /F1 80 Tf 0.8 g 100 660 Td (COPY) Tj 0 g ET ";

    assertThat(read(watermark + lines(72, 700, LINES)).text()).isEqualTo(TEXT);
    assertThat(read(lines(72, 700, LINES) + watermark).text()).isEqualTo(TEXT);
  }

  @Test
  void headingInLargeFontIsRead() {
    String heading = "BT /F1 40 Tf 72 740 Td (FINAL DETERMINATION) Tj ET ";

    assertThat(read(heading + lines(72, 700, LINES)).text())
        .isEqualTo("FINAL DETERMINATION\n\n" + TEXT);
  }

  private ExtractedText read(String contents) {
    return (ExtractedText) pdfText.extract(ofContents(contents));
  }

  /** Turns the following contents around a place near the middle of the page. */
  private static String turned(double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double x = 306 - 170 * cos;
    double y = 396 - 170 * sin;
    return String.format(
        Locale.ROOT, "q %.5f %.5f %.5f %.5f %.2f %.2f cm%n", cos, sin, -sin, cos, x, y);
  }

  /** Draws each word on its own, at a gap in font sizes after the word before. */
  private static String withoutBlanks(List<String> lines, double gap) {
    StringBuilder contents = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      contents.append("BT /F1 12 Tf 72 ").append(700 - i * 14).append(" Td [");
      for (String word : lines.get(i).split(" ")) {
        String escaped = word.replace("(", "\\(").replace(")", "\\)");
        contents.append('(').append(escaped).append(") ").append(Math.round(-1000 * gap));
      }
      contents.append("] TJ ET\n");
    }
    return contents.toString();
  }

  private static List<String> column(String name) {
    return java.util.stream.IntStream.range(0, 8)
        .mapToObj(i -> "Line " + i + " of the running text in the " + name)
        .toList();
  }
}
