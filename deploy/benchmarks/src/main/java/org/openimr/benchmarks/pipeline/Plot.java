package org.openimr.benchmarks.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A line over time, or over the values of a setting, as SVG, one panel above the other. */
final class Plot {
  private static final int WIDTH = 760;
  private static final int PANEL = 220;
  private static final int LEFT = 90;
  private static final int TOP = 40;
  private static final int RIGHT = 20;
  private static final int GAP = 60;
  private static final int GRID = 4;

  /**
   * A panel.
   *
   * @param title what it shows, with its unit
   * @param points from left to right
   * @param unit of what goes from left to right
   */
  record Panel(String title, List<Point> points, String unit) {
    /** Over time. */
    Panel(String title, List<Point> points) {
      this(title, points, " s");
    }
  }

  /** Seconds since the start, and the figure there. */
  record Point(double seconds, double figure) {}

  private Plot() {}

  static String svg(String title, List<Panel> panels) {
    int height = TOP + panels.size() * (PANEL + GAP);
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif">
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        <text x="%d" y="24" font-size="16" font-weight="bold">%s</text>
        """
            .formatted(WIDTH, height, LEFT, escaped(title)));
    for (int i = 0; i < panels.size(); i++) {
      svg.append(panel(panels.get(i), TOP + GAP / 2 + i * (PANEL + GAP)));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String panel(Panel panel, int top) {
    double seconds = largest(panel, Point::seconds);
    double figure = largest(panel, Point::figure);
    int span = WIDTH - LEFT - RIGHT;
    StringBuilder svg = new StringBuilder();
    svg.append(text(LEFT, top - 8, "start", panel.title()));
    for (int i = 0; i <= GRID; i++) {
      double y = top + PANEL - PANEL * i / (double) GRID;
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>%n",
              LEFT,
              WIDTH - RIGHT,
              y,
              y));
      svg.append(
          text(LEFT - 8, y + 4, "end", String.format(Locale.ROOT, "%,.0f", figure * i / GRID)));
      double x = LEFT + span * i / (double) GRID;
      String second = String.format(Locale.ROOT, "%,.0f%s", seconds * i / GRID, panel.unit());
      svg.append(text(x, top + PANEL + 16, "middle", second));
    }
    String points =
        panel.points().stream()
            .map(
                point ->
                    String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        LEFT + span * point.seconds() / seconds,
                        top + PANEL - PANEL * point.figure() / figure))
            .collect(Collectors.joining(" "));
    return svg.append(
            "<polyline fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"1.6\" points=\"%s\"/>%n"
                .formatted(points))
        .toString();
  }

  private static double largest(Panel panel, ToDoubleFunction<Point> of) {
    return Math.max(1, panel.points().stream().mapToDouble(of).max().orElse(1));
  }

  private static String text(double x, double y, String anchor, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"12\" text-anchor=\"%s\" fill=\"#333333\">%s</text>%n",
        x,
        y,
        anchor,
        escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
