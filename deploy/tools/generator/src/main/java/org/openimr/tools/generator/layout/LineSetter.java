package org.openimr.tools.generator.layout;

import java.util.Set;
import org.openimr.tools.generator.model.LetterContent;
import org.openimr.tools.generator.model.LetterContent.Block;
import org.openimr.tools.generator.model.LetterContent.Style;
import org.openimr.tools.generator.model.Noise;
import org.openimr.tools.generator.model.Rendering;
import org.openimr.tools.generator.model.SeededRandom;

/** Sets the lines of a manuscript as a converter leaves them. */
public final class LineSetter {
  private static final int UNBROKEN = Integer.MAX_VALUE;
  private static final int PARAGRAPH_LINE = 95;

  /** Words of a block before which none is broken, and characters at its end in which none is. */
  private static final int FIRST_BROKEN_WORD = 12;

  private static final int KEPT_WHOLE = 90;

  private final StringBuilder out = new StringBuilder(12_288);
  private final Rendering rendering;
  private final Set<Noise> noises;
  private final SeededRandom dice;
  private final PageBreaker pages;
  private final int width;
  private int column;

  private LineSetter(
      LetterContent manuscript, Rendering rendering, Set<Noise> noises, SeededRandom dice) {
    this.rendering = rendering;
    this.noises = noises;
    this.dice = dice;
    width = width();
    pages = new PageBreaker(manuscript, rendering, noises, dice);
  }

  /** The text of a manuscript. */
  public static String setLines(
      LetterContent manuscript, Rendering rendering, Set<Noise> noises, SeededRandom dice) {
    LineSetter typesetter = new LineSetter(manuscript, rendering, noises, dice);
    typesetter.out.append(rendering.top);
    manuscript
        .header()
        .ifPresent(header -> new HeaderTableSetter(header, typesetter.out).append(rendering, dice));
    manuscript.blocks().forEach(typesetter::block);
    typesetter.pages.finish(typesetter.out);
    return CharacterSubstitution.applyNoise(typesetter.out, noises);
  }

  private int width() {
    if (rendering == Rendering.PARAGRAPH_LINES) {
      return UNBROKEN;
    }
    return noises.contains(Noise.NARROW)
        ? dice.nextIntBetween(38, 50)
        : dice.nextBoolean(0.8) ? dice.nextIntBetween(90, 98) : dice.nextIntBetween(68, 115);
  }

  private void block(Block block) {
    String text = block.text();
    if (block.style() == Style.HEADING && rendering == Rendering.PDFTOTEXT_LAYOUT) {
      out.repeat(' ', Math.max(0, (Math.min(width, PARAGRAPH_LINE) - text.length()) / 2));
    }
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      if (end > from) {
        words(text, from, end, block.style());
        endLine();
      } else {
        out.append(rendering.gap);
      }
      from = end + 1;
    }
    words(text, from, text.length(), block.style());
    endLine();
    if (block.style() != Style.LINE) {
      out.append(rendering.gap);
    }
  }

  private void words(String text, int from, int to, Style style) {
    int start = from;
    int count = 0;
    while (start < to) {
      int blank = text.indexOf(' ', start, to);
      int end = blank < 0 ? to : blank;
      boolean breakable =
          style == Style.PROSE && count > FIRST_BROKEN_WORD && end < to - KEPT_WHOLE;
      word(text, start, end, breakable, style);
      count++;
      start = end + 1;
    }
  }

  private void word(String text, int start, int end, boolean breakable, Style style) {
    int from = start;
    int needed = column == 0 ? 0 : 1;
    if (column + needed + end - start > width && column > 0) {
      from = behindPartThatFits(text, start, end, breakable, style);
      endLine();
    } else if (rendering == Rendering.PARAGRAPH_LINES && pages.isFullAt(column)) {
      endLine();
      column = 0;
    } else if (needed > 0) {
      blank();
    }
    out.append(text, from, end);
    column += end - from;
    if (noises.contains(Noise.SOFT_HYPHENS) && end - from > 8 && dice.nextBoolean(0.02)) {
      softHyphen(text, from, end);
    }
  }

  /** Sets what still fits of a word and gives the offset behind it. */
  private int behindPartThatFits(String text, int start, int end, boolean breakable, Style style) {
    int room = width - column - 1;
    int hyphen = text.lastIndexOf('-', start + Math.min(room, end - start) - 1);
    if (hyphen > start
        && hyphen + 1 < end
        && Character.isLetterOrDigit(text.charAt(hyphen - 1))
        && Character.isLetterOrDigit(text.charAt(hyphen + 1))) {
      out.append(' ').append(text, start, hyphen + 1);
      return hyphen + 1;
    }
    boolean soft = noises.contains(Noise.SOFT_HYPHENS) && style != Style.HEADING;
    boolean hard = noises.contains(Noise.BROKEN_WORDS) && breakable;
    if ((soft || hard) && room > 5 && !pages.isLastLine() && plain(text, start, end, room)) {
      out.append(' ').append(text, start, start + room - 2).append(soft ? '\u00ad' : '-');
      return start + room - 2;
    }
    return start;
  }

  /** Whether a word has letters only and enough of them on either side of a break. */
  private static boolean plain(String text, int start, int end, int room) {
    if (end - start < room + 1) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private void softHyphen(String text, int from, int end) {
    int back = (end - from) / 2;
    if (plain(text, from, end, 0)) {
      out.insert(out.length() - back, '\u00ad');
    }
  }

  private void blank() {
    out.append(' ');
    column++;
    if (noises.contains(Noise.WIDE_BLANKS) && dice.nextBoolean(0.04)) {
      out.append(dice.nextBoolean(0.5) ? " " : "  ");
    }
  }

  private void endLine() {
    out.append(rendering.lineEnd);
    column = 0;
    pages.lineEnded(out);
  }
}
