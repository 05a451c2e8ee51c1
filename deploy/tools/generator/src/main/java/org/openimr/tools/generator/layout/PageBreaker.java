package org.openimr.tools.generator.layout;

import java.util.Set;
import org.openimr.tools.generator.model.LetterContent;
import org.openimr.tools.generator.model.Noise;
import org.openimr.tools.generator.model.Rendering;
import org.openimr.tools.generator.model.SeededRandom;

/** Where pages end and what stands there. */
final class PageBreaker {
  private static final int LINES = 46;
  private static final int PARAGRAPH_CHARACTERS = 3800;
  private static final String RUNNING_TITLE = "Final Determination Letter for IMR Case Number ";
  private final Rendering rendering;
  private final SeededRandom dice;
  private final boolean anywhere;
  private final String before;
  private final String behind;
  private int page = 1;
  private int linesLeft;
  private int charactersLeft;

  PageBreaker(LetterContent manuscript, Rendering rendering, Set<Noise> noises, SeededRandom dice) {
    this.rendering = rendering;
    this.dice = dice;
    anywhere = noises.contains(Noise.PAGE_BREAKS_ANYWHERE);
    String number = manuscript.header().flatMap(header -> header.caseNumber()).orElse("");
    int form = noises.contains(Noise.PAGE_FOOTERS) ? dice.nextInt(number.isEmpty() ? 4 : 5) : -1;
    before =
        switch (form) {
          case 0, 1 -> "Page ";
          case 2 -> "- ";
          case 3 -> "";
          case 4 -> RUNNING_TITLE + number + " ";
          default -> null;
        };
    behind = form == 0 ? " of 9" : form == 2 ? " -" : "";
    turn();
  }

  private void turn() {
    linesLeft = anywhere ? dice.nextIntBetween(1, 25) : LINES - dice.nextInt(6);
    charactersLeft =
        anywhere ? dice.nextIntBetween(300, 2500) : PARAGRAPH_CHARACTERS - dice.nextInt(800);
  }

  /** Whether the next line is the last of the page. */
  boolean isLastLine() {
    return linesLeft == 1;
  }

  /** Whether a page that holds whole paragraphs ends within one, behind so many characters. */
  boolean isFullAt(int column) {
    return column > charactersLeft;
  }

  void lineEnded(StringBuilder out) {
    if (rendering == Rendering.PARAGRAPH_LINES) {
      paragraphEnded(out);
    } else if (--linesLeft == 0) {
      footer(out);
      out.append(rendering.pageEnd).append(rendering.pageStart);
      turn();
    }
  }

  private void paragraphEnded(StringBuilder out) {
    int lineStart = out.lastIndexOf("\n", out.length() - 2) + 1;
    charactersLeft -= out.length() - lineStart;
    if (charactersLeft <= 0) {
      footer(out);
      out.append(rendering.pageEnd);
      turn();
    }
  }

  private void footer(StringBuilder out) {
    if (before != null) {
      out.append('\n').append(before).append(page).append(behind).append(rendering.lineEnd);
    }
    page++;
  }

  /** What stands below the last line of the letter. */
  void finish(StringBuilder out) {
    footer(out);
    out.append(rendering.pageEnd).append(rendering.pageStart);
  }
}
