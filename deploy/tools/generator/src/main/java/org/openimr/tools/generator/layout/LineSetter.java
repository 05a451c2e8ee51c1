package org.openimr.tools.generator.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openimr.tools.generator.model.LetterContent;
import org.openimr.tools.generator.model.LetterContent.Block;
import org.openimr.tools.generator.model.LetterContent.Style;
import org.openimr.tools.generator.model.Noise;
import org.openimr.tools.generator.model.Rendering;
import org.openimr.tools.generator.model.SeededRandom;

/** Sets the lines of a letter the way text converters do. */
public final class LineSetter {
  private static final int UNLIMITED = Integer.MAX_VALUE;
  private static final int PARAGRAPH_LINE = 95;

  /** Words at the start of a block, and characters at its end, in which no word is broken. */
  private static final int UNBROKEN_WORDS = 12;

  private static final int UNBROKEN_CHARACTERS = 90;

  private final StringBuilder out = new StringBuilder(12_288);
  private final Rendering rendering;
  private final Set<Noise> noises;
  private final SeededRandom random;
  private final PageBreaker pages;
  private final int width;
  private int column;

  private LineSetter(
      LetterContent content, Rendering rendering, Set<Noise> noises, SeededRandom random) {
    this.rendering = rendering;
    this.noises = noises;
    this.random = random;
    width = width();
    pages = new PageBreaker(content, rendering, noises, random);
  }

  /**
   * Formats a letter as text.
   *
   * @return the pages, which together are the text; each ends with the text between pages
   */
  public static List<String> setPages(
      LetterContent content, Rendering rendering, Set<Noise> noises, SeededRandom random) {
    LineSetter setter = new LineSetter(content, rendering, noises, random);
    setter.out.append(rendering.top);
    content
        .header()
        .ifPresent(header -> new HeaderTableSetter(header, setter.out).append(rendering, random));
    content.blocks().forEach(setter::block);
    setter.pages.finish(setter.out);
    return setter.pages();
  }

  private List<String> pages() {
    List<String> texts = new ArrayList<>();
    int start = 0;
    for (int end : pages.pageEnds()) {
      String page = CharacterSubstitution.applyNoise(out.substring(start, end), noises);
      if (page.isBlank() && !texts.isEmpty()) {
        texts.add(texts.removeLast() + page);
      } else {
        texts.add(page);
      }
      start = end;
    }
    return List.copyOf(texts);
  }

  private int width() {
    if (rendering == Rendering.PARAGRAPH_LINES) {
      return UNLIMITED;
    }
    return noises.contains(Noise.NARROW)
        ? random.nextIntBetween(38, 50)
        : random.nextBoolean(0.8) ? random.nextIntBetween(90, 98) : random.nextIntBetween(68, 115);
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
      int space = text.indexOf(' ', start, to);
      int end = space < 0 ? to : space;
      boolean breakable =
          style == Style.PROSE && count > UNBROKEN_WORDS && end < to - UNBROKEN_CHARACTERS;
      word(text, start, end, breakable, style);
      count++;
      start = end + 1;
    }
  }

  private void word(String text, int start, int end, boolean breakable, Style style) {
    int from = start;
    int needed = column == 0 ? 0 : 1;
    if (column + needed + end - start > width && column > 0) {
      from = setFittingPart(text, start, end, breakable, style);
      endLine();
    } else if (rendering == Rendering.PARAGRAPH_LINES && pages.isFullAt(column)) {
      endLine();
      column = 0;
    } else if (needed > 0) {
      space();
    }
    out.append(text, from, end);
    column += end - from;
    if (noises.contains(Noise.SOFT_HYPHENS) && end - from > 8 && random.nextBoolean(0.02)) {
      softHyphen(text, from, end);
    }
  }

  /** Sets the part of a word that fits into the line and returns the offset just past it. */
  private int setFittingPart(String text, int start, int end, boolean breakable, Style style) {
    int room = width - column - 1;
    int hyphen = text.lastIndexOf('-', start + Math.min(room, end - start) - 1);
    if (hyphen > start
        && hyphen + 1 < end
        && Character.isLetterOrDigit(text.charAt(hyphen - 1))
        && Character.isLetterOrDigit(text.charAt(hyphen + 1))) {
      out.append(' ').append(text, start, hyphen + 1);
      return hyphen + 1;
    }
    boolean isSoft = noises.contains(Noise.SOFT_HYPHENS) && style != Style.HEADING;
    boolean isHard = noises.contains(Noise.BROKEN_WORDS) && breakable;
    if ((isSoft || isHard)
        && room > 5
        && !pages.isLastLine()
        && isBreakable(text, start, end, room)) {
      out.append(' ').append(text, start, start + room - 2).append(isSoft ? '\u00ad' : '-');
      return start + room - 2;
    }
    return start;
  }

  /** Whether a word consists of letters and is long enough to be broken. */
  private static boolean isBreakable(String text, int start, int end, int room) {
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
    int position = (end - from) / 2;
    if (isBreakable(text, from, end, 0)) {
      out.insert(out.length() - position, '\u00ad');
    }
  }

  private void space() {
    out.append(' ');
    column++;
    if (noises.contains(Noise.WIDE_BLANKS) && random.nextBoolean(0.04)) {
      out.append(random.nextBoolean(0.5) ? " " : "  ");
    }
  }

  private void endLine() {
    out.append(rendering.lineEnd);
    column = 0;
    pages.lineEnded(out);
  }
}
