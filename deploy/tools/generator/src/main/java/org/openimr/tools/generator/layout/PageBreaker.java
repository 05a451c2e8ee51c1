package org.openimr.tools.generator.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openimr.tools.generator.model.LetterContent;
import org.openimr.tools.generator.model.Noise;
import org.openimr.tools.generator.model.Rendering;
import org.openimr.tools.generator.model.SeededRandom;

/** Decides where pages end, and writes their footers. */
final class PageBreaker {
  private static final int LINES = 46;
  private static final int PARAGRAPH_CHARACTERS = 3800;
  private static final String RUNNING_TITLE = "Final Determination Letter for IMR Case Number ";
  private final Rendering rendering;
  private final SeededRandom random;
  private final boolean breaksAnywhere;

  /** Text before the page number; null if pages do not have footers. */
  private final @Nullable String footerPrefix;

  private final String footerSuffix;
  private final List<Integer> pageEnds = new ArrayList<>();
  private int page = 1;
  private int linesLeft;
  private int charactersLeft;

  PageBreaker(LetterContent content, Rendering rendering, Set<Noise> noises, SeededRandom random) {
    this.rendering = rendering;
    this.random = random;
    breaksAnywhere = noises.contains(Noise.PAGE_BREAKS_ANYWHERE);
    String number = content.header().flatMap(header -> header.caseNumber()).orElse("");
    int style = noises.contains(Noise.PAGE_FOOTERS) ? random.nextInt(number.isEmpty() ? 4 : 5) : -1;
    footerPrefix =
        switch (style) {
          case 0, 1 -> "Page ";
          case 2 -> "- ";
          case 3 -> "";
          case 4 -> RUNNING_TITLE + number + " ";
          default -> null;
        };
    footerSuffix = style == 0 ? " of 9" : style == 2 ? " -" : "";
    startPage();
  }

  private void startPage() {
    linesLeft = breaksAnywhere ? random.nextIntBetween(1, 25) : LINES - random.nextInt(6);
    charactersLeft =
        breaksAnywhere
            ? random.nextIntBetween(300, 2500)
            : PARAGRAPH_CHARACTERS - random.nextInt(800);
  }

  /** Whether the next line is the last of the page. */
  boolean isLastLine() {
    return linesLeft == 1;
  }

  /** Whether a page of unwrapped paragraphs ends after a number of characters of a line. */
  boolean isFullAt(int column) {
    return column > charactersLeft;
  }

  void lineEnded(StringBuilder out) {
    if (rendering == Rendering.PARAGRAPH_LINES) {
      paragraphEnded(out);
    } else if (--linesLeft == 0) {
      footer(out);
      out.append(rendering.pageEnd).append(rendering.pageStart);
      pageEnds.add(out.length());
      startPage();
    }
  }

  private void paragraphEnded(StringBuilder out) {
    int lineStart = out.lastIndexOf("\n", out.length() - 2) + 1;
    charactersLeft -= out.length() - lineStart;
    if (charactersLeft <= 0) {
      footer(out);
      out.append(rendering.pageEnd);
      pageEnds.add(out.length());
      startPage();
    }
  }

  private void footer(StringBuilder out) {
    if (footerPrefix != null) {
      out.append('\n')
          .append(footerPrefix)
          .append(page)
          .append(footerSuffix)
          .append(rendering.lineEnd);
    }
    page++;
  }

  /** Writes the end of the last page. */
  void finish(StringBuilder out) {
    footer(out);
    out.append(rendering.pageEnd).append(rendering.pageStart);
    pageEnds.add(out.length());
  }

  /** Offsets just past each page, including the text between pages. */
  List<Integer> pageEnds() {
    return pageEnds;
  }
}
