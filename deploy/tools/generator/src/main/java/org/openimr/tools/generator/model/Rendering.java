package org.openimr.tools.generator.model;

/** Line layouts of text converters. */
public enum Rendering {
  TIKA(Header.ROWS, " \n", " \n", "\n\n\n", "", "\n \n\n"),
  PDFTOTEXT(Header.COLUMNS, "\n", "", "\n", "\f", ""),
  PDFTOTEXT_LAYOUT(Header.LAYOUT, "\n", "\n", "", "\f", ""),
  PDFTOTEXT_RAW(Header.ROWS, "\n", "", "", "\f", ""),
  PYPDF(Header.ROWS, " \n", " \n", " \n \n", "", " \n"),
  PDFMINER(Header.MINER, " \n", "\n", "\n \n \n \n", "\f", ""),
  /** One line per paragraph, and tabs in the header block. */
  PARAGRAPH_LINES(Header.TABS, "\n", "\n", "\n", "", "\n\n"),
  DOUBLE_SPACED(Header.ROWS, " \n\n", " \n\n", "\n\n\n", "", " ");

  /** How the two-column table of the header block is broken up. */
  public enum Header {
    ROWS,
    COLUMNS,
    LAYOUT,
    MINER,
    TABS
  }

  public final Header header;

  /** End of each line. */
  public final String lineEnd;

  /** Text between two paragraphs after the line end. */
  public final String gap;

  /** Text at the end of a page. */
  public final String pageEnd;

  /** Text at the start of the next page. */
  public final String pageStart;

  /** Text before the letter. */
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
