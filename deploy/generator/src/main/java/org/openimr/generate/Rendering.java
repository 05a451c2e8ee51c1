package org.openimr.generate;

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
  enum Header {
    ROWS,
    COLUMNS,
    LAYOUT,
    MINER,
    TABS
  }

  final Header header;

  /** What ends each line. */
  final String lineEnd;

  /** What stands between two paragraphs beside the end of the line. */
  final String gap;

  /** What stands below a page. */
  final String pageEnd;

  /** What stands above the next page. */
  final String pageStart;

  /** What stands above the letter. */
  final String top;

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
