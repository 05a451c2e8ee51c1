package org.openimr.tools.benchmarks.report;

import java.util.List;
import java.util.Locale;
import org.openimr.cli.html.HtmlText;

/** Renders panels as a self-contained SVG for light and dark pages. */
public final class SvgPlot {
  static final int WIDTH = 760;
  private static final int TITLE = 44;
  private static final int MARGIN = 10;
  private static final String STYLE =
      """
      <style>
      text{font:12px system-ui,sans-serif;fill:#1d2733}
      .h{font-size:16px;font-weight:600}.t{font-size:13px;font-weight:600}.u{fill:#4a5866}
      .bg{fill:#fbfcfd}.g{stroke:#dfe5ea}.a{stroke:#8796a5}
      .l0{stroke:#1f5fa8}.l1{stroke:#c4553b}.d0{fill:#1f5fa8}.d1{fill:#c4553b}
      .l{fill:none;stroke-width:1.7;stroke-linejoin:round}
      @media (prefers-color-scheme:dark){
      text{fill:#e6edf3}.u{fill:#a9b5c1}.bg{fill:#161b22}.g{stroke:#30363d}.a{stroke:#6e7b88}
      .l0{stroke:#6cb0ff}.l1{stroke:#ff9a80}.d0{fill:#6cb0ff}.d1{fill:#ff9a80}}
      </style>
      """;

  private SvgPlot() {}

  /**
   * Renders panels in rows.
   *
   * @param title title of the plot
   * @param panels from left to right, then from top to bottom
   * @param columns panels per row; at least 1
   */
  public static String svg(String title, List<PlotPanel> panels, int columns) {
    int rows = (panels.size() + columns - 1) / columns;
    int height = TITLE + rows * PlotPanelRenderer.HEIGHT + MARGIN;
    int width = (WIDTH - MARGIN) / columns;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " aria-label=\"%s\">%n%s<rect class=\"bg\" width=\"%d\" height=\"%d\""
                + " rx=\"12\"/>%n<text class=\"h\" x=\"16\" y=\"28\">%s</text>%n",
            WIDTH,
            height,
            HtmlText.escape(title),
            STYLE,
            WIDTH,
            height,
            HtmlText.escape(title)));
    for (int i = 0; i < panels.size(); i++) {
      int left = i % columns * width;
      int top = TITLE + i / columns * PlotPanelRenderer.HEIGHT;
      svg.append(new PlotPanelRenderer(panels.get(i), left, top, width).svg());
    }
    return svg.append("</svg>\n").toString();
  }
}
