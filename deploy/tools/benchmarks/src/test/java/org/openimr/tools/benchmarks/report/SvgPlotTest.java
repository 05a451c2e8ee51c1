package org.openimr.tools.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgPlotTest {

  @Test
  void labelsAxesWithRoundNumbers() throws Exception {
    PlotPanel panel =
        PlotPanel.overTime(
            "letters per second",
            List.of(new PlotPanel.Point(0, 0), new PlotPanel.Point(63, 7_300)));

    List<String> texts = texts(parse(SvgPlot.svg("imr bench replay", List.of(panel), 1)));

    assertThat(texts)
        .containsSubsequence("0", "2,000", "4,000", "6,000", "8,000")
        .containsSubsequence("0", "10", "20", "60")
        .contains("imr bench replay", "letters per second", "seconds");
  }

  @Test
  void spacesSettingValuesEvenly() throws Exception {
    PlotPanel panel =
        PlotPanel.overValues(
            "letters per second",
            "cases in the store",
            List.of("0", "400,000", "1,700,000"),
            IntStream.range(0, 3)
                .mapToObj(i -> new PlotPanel.Point(i, 9_000 - i * 1_000))
                .toList());

    Document svg = parse(SvgPlot.svg("imr bench scaling", List.of(panel, panel), 2));

    assertThat(texts(svg)).contains("0", "400,000", "1,700,000", "cases in the store");
    List<Double> places =
        elements(svg, "circle").stream()
            .limit(3)
            .map(dot -> Double.parseDouble(dot.getAttribute("cx")))
            .toList();
    assertThat(places.get(1) - places.get(0))
        .isCloseTo(places.get(2) - places.get(1), Offset.offset(0.2));
  }

  @Test
  void keepsEverythingWithinTheViewBox() throws Exception {
    PlotPanel panel =
        PlotPanel.overTime(
            "a < b & \"c\"", List.of(new PlotPanel.Point(1, 3), new PlotPanel.Point(2, 0.5)));

    Document svg = parse(SvgPlot.svg("title", List.of(panel, panel, panel), 1));

    String[] box = svg.getDocumentElement().getAttribute("viewBox").split(" ");
    assertThat(elements(svg, "text"))
        .allSatisfy(
            text -> {
              assertThat(Double.parseDouble(text.getAttribute("x"))).isBetween(0.0, 760.0);
              assertThat(Double.parseDouble(text.getAttribute("y")))
                  .isBetween(0.0, Double.parseDouble(box[3]));
            });
    assertThat(texts(svg)).contains("a < b & \"c\"");
  }

  @Test
  void rendersEmptyPlotWithoutValues() throws Exception {
    PlotPanel nothing = PlotPanel.rate("letters per second", List.of());

    assertThat(texts(parse(SvgPlot.svg("imr bench replay", List.of(nothing), 1))))
        .contains("letters per second")
        .doesNotContain("NaN");
  }

  @Test
  void averagesRateOverTwoSeconds() {
    List<PlotPanel.Point> counts =
        IntStream.rangeClosed(0, 8)
            .mapToObj(i -> new PlotPanel.Point(i / 2.0, i / 2 * 100))
            .toList();

    List<PlotPanel.Point> rates =
        PlotPanel.rate("letters per second", counts).lines().getFirst().points();

    assertThat(rates.stream().filter(rate -> rate.at() >= 2).map(PlotPanel.Point::figure))
        .allSatisfy(rate -> assertThat(rate).isEqualTo(100));
  }

  @ParameterizedTest
  @CsvSource({
    "7300, 2000, 8000",
    "1, 0.5, 1",
    "0, 1, 1",
    "50, 20, 60",
    "0.9, 0.5, 1",
    "1700000, 500000, 2000000"
  })
  void axisEndsAtRoundNumber(double max, double step, double end) {
    assertThat(PlotAxis.covering(max, 4)).isEqualTo(new PlotAxis(step, end));
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> texts(Document svg) {
    return elements(svg, "text").stream().map(Element::getTextContent).toList();
  }

  private static List<Element> elements(Document svg, String name) {
    NodeList found = svg.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }
}
