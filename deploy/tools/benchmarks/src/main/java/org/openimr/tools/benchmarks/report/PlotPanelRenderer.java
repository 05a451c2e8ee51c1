package org.openimr.tools.benchmarks.report;

import java.util.Locale;
import java.util.stream.Collectors;
import org.openimr.cli.html.HtmlText;

/** Renders a panel at its position in a plot. */
final class PlotPanelRenderer {
  /** Height of a panel with its title and labels. */
  static final int HEIGHT = 248;

  private static final int LEFT = 70;
  private static final int NARROW_LEFT = 56;
  private static final int NARROW_WIDTH = 400;
  private static final int TITLE = 16;
  private static final int RIGHT = 14;
  private static final int TOP = 34;
  private static final int BOTTOM = 48;
  private static final int STEPS = 4;
  private static final int TICK_WIDTH = 75;
  private static final int LEGEND_WIDTH = 110;

  private final PlotPanel panel;
  private final int title;
  private final int left;
  private final int top;
  private final int right;
  private final int bottom;
  private final PlotAxis figures;
  private final double last;
  private final StringBuilder svg = new StringBuilder();

  /**
   * Creates a renderer.
   *
   * @param width width of the panel with its labels
   */
  PlotPanelRenderer(PlotPanel panel, int left, int top, int width) {
    this.panel = panel;
    this.title = left + TITLE;
    this.left = left + (width < NARROW_WIDTH ? NARROW_LEFT : LEFT);
    this.top = top + TOP;
    this.right = left + width - RIGHT;
    this.bottom = top + HEIGHT - BOTTOM;
    this.figures = PlotAxis.covering(panel.max(), STEPS);
    this.last = panel.values().isEmpty() ? Math.max(panel.last(), 1e-3) : panel.values().size();
  }

  String svg() {
    text("t", "start", title, top - 18, panel.title());
    for (double figure : figures.ticks()) {
      line(figure == 0 ? "a" : "g", y(figure));
      text("u", "end", left - 8, y(figure) + 4, figures.label(figure));
    }
    if (panel.values().isEmpty()) {
      PlotAxis time = PlotAxis.upTo(last, Math.max(2, (right - left) / TICK_WIDTH));
      time.ticks().forEach(second -> mark(second, time.label(second)));
    } else {
      for (int i = 0; i < panel.values().size(); i++) {
        mark(i, panel.values().get(i));
      }
    }
    text("u", "middle", (left + right) / 2.0, bottom + 36, panel.along());
    for (int i = 0; i < panel.lines().size(); i++) {
      curve(panel.lines().get(i), i);
    }
    return svg.toString();
  }

  private double x(double at) {
    double position = panel.values().isEmpty() ? at : at + 0.5;
    return left + (right - left) * position / last;
  }

  private double y(double figure) {
    return bottom - (bottom - top) * figure / figures.end();
  }

  private void curve(PlotPanel.Series line, int number) {
    String points =
        line.points().stream()
            .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point.at()), y(point.figure())))
            .collect(Collectors.joining(" "));
    add("<polyline class=\"l l%d\" points=\"%s\"/>%n", number, points);
    if (!panel.values().isEmpty()) {
      line.points()
          .forEach(
              point ->
                  add(
                      "<circle class=\"d%d\" r=\"3\" cx=\"%.1f\" cy=\"%.1f\"/>%n",
                      number, x(point.at()), y(point.figure())));
    }
    if (panel.lines().size() > 1) {
      double at = right - (panel.lines().size() - number) * LEGEND_WIDTH;
      add(
          "<rect class=\"d%d\" x=\"%.1f\" y=\"%d\" width=\"14\" height=\"3\"/>%n",
          number, at, top - 23);
      text("u", "start", at + 20, top - 18, line.name());
    }
  }

  private void line(String style, double y) {
    add("<path class=\"%s\" d=\"M%d %.1fH%d\"/>%n", style, left, y, right);
  }

  private void mark(double at, String label) {
    text("u", "middle", x(at), bottom + 18, label);
  }

  private void text(String style, String anchor, double x, double y, String text) {
    add(
        "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
        style, anchor, x, y, HtmlText.escape(text));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
