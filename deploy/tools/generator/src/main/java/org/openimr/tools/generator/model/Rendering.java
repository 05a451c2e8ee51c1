package org.openimr.tools.generator.model;

/** How a converter sets the lines of a letter (LETTERS.md, Renderings). */
public enum Rendering {
  TIKA(Header.ROWS, " \n", " \n", "\n\n\n", "", "\n \n\n"),
  PDFTOTEXT(Header.COLUMNS, "\n", "", "\n", "\f", ""),
  PDFTOTEXT_LAYOUT(Header.LAYOUT, "\n", "\n", "", "\f", ""),
  PDFTOTEXT_RAW(Header.ROWS, "\n", "", "", "\f", ""),
  PYPDF(Header.ROWS, " \n", " \n", " \n \n", "", " \n"),
  PDFMINER(Header.MINER, " \n", "\n", "\n \n \n \n", "\f", ""),
  /** One line a paragraph; tabs in the header block. */
  PARAGRAPH_LINES(Header.TABS, "\n", "\n", "\n", "", "\n\n"),
  DOUBLE_SPACED(Header.ROWS, " \n\n", " \n\n", "\n\n\n", "", " ");

  /** How the two-column table of the header block is torn. */
  public enum Header {
    ROWS,
    COLUMNS,
    LAYOUT,
    MINER,
    TABS
  }

  public final Header header;

  /** What ends each line. */
  public final String lineEnd;

  /** What stands between two paragraphs beside the end of the line. */
  public final String gap;

  /** What stands below a page. */
  public final String pageEnd;

  /** What stands above the next page. */
  public final String pageStart;

  /** What stands above the letter. */
  public final String top;

  Rendering(
      Header header, String lineEnd, String gap, String pageEnd, String pageStart, String top) {
    this.header = header;
    this.lineEnd = lineEnd;
    this.gap = gap;
    this.pageEnd = pageEnd;
    this.pageStart = pageStart;
    this.top = top;
  }
}
