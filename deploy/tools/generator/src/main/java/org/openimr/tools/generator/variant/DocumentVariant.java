package org.openimr.tools.generator.variant;

/** Ways in which documents differ from a clean letter, in the order in which they are applied. */
public enum DocumentVariant {
  /** One decision word says the opposite of its rationale. */
  FLIPPED_DECISION(Stage.CONTENT, false, "one decision word contradicts its rationale"),
  /** A value of the header block is not printed. */
  MISSING_HEADER_FIELD(Stage.CONTENT, false, "a value of the header block is missing"),
  /** The case number is printed with a wrong character or length. */
  DAMAGED_CASE_NUMBER(Stage.CONTENT, false, "the case number is damaged"),

  /** A middle page is missing; the pages print their numbers. */
  PAGE_LOST(Stage.PAGES, false, "a middle page is missing, pages are numbered"),
  /** The last page is missing; the pages print their numbers. */
  LAST_PAGE_LOST(Stage.PAGES, false, "the last page is missing, pages are numbered"),
  /**
   * A middle page is missing, and no page prints its number. If a sentence seems to continue after
   * the gap, nothing shows the loss.
   */
  UNNUMBERED_PAGE_LOST(Stage.PAGES, false, "a middle page is missing, pages have no numbers"),
  /** A page is there twice. */
  PAGE_TWICE(Stage.PAGES, true, "a page is there twice"),
  /** Two pages are in the wrong order. */
  PAGES_SWAPPED(Stage.PAGES, false, "two pages are swapped"),
  /** The text ends within a word. */
  CUT_TEXT(Stage.PAGES, false, "the text ends within a word"),

  COVER_LETTER(Stage.BEFORE, true, "a cover letter, fax cover or memo before the letter"),
  MAIL_HEADER(Stage.BEFORE, true, "a mail header and message before the letter"),
  UTILIZATION_REVIEW(Stage.BEFORE, true, "a utilization review letter before the letter"),
  OTHER_CASE(Stage.BEFORE, true, "a sheet with another case number before the letter"),

  SIGNATURE(Stage.AFTER, true, "a signature after the letter"),
  COPY_LIST(Stage.AFTER, true, "a list of copies after the letter"),
  APPEAL_NOTICE(Stage.AFTER, true, "an appeal notice after the letter"),
  PROOF_OF_SERVICE(Stage.AFTER, true, "a proof of service after the letter"),
  MAIL_DISCLAIMER(Stage.AFTER, true, "a mail disclaimer after the letter"),
  /** Its words could be the last words of the rationale. */
  HANDWRITTEN_NOTE(Stage.AFTER, false, "a handwritten note after the letter"),

  /** Two or three letters of different cases, each with its own covers or none. */
  SEVERAL_LETTERS(Stage.LETTERS, true, "two or three letters"),
  LETTER_TWICE(Stage.LETTERS, true, "the same letter twice"),

  FAX_LINE(Stage.FURNITURE, true, "a fax line on each page"),
  DOCUMENT_NUMBER(Stage.FURNITURE, true, "a running document number on each page"),
  STAMP(Stage.FURNITURE, true, "a stamp on one page"),
  CONFIDENTIALITY_NOTICE(Stage.FURNITURE, true, "a confidentiality notice on each page"),
  RUNNING_TITLE(Stage.FURNITURE, true, "a running title on each page"),
  PAGE_NUMBER(Stage.FURNITURE, true, "a page number on each page"),

  QUOTED_MAIL(Stage.MARKUP, true, "quoted in a mail"),
  LINE_NUMBERS(Stage.MARKUP, false, "line numbers in the margin"),
  CAPITALS(Stage.MARKUP, false, "all capitals"),
  MARKDOWN(Stage.MARKUP, false, "Markdown headings and emphasis"),
  HTML(Stage.MARKUP, false, "HTML saved as text");

  /** What a variant changes. */
  enum Stage {
    CONTENT,
    PAGES,
    BEFORE,
    AFTER,
    LETTERS,
    FURNITURE,
    MARKUP
  }

  private final Stage stage;
  private final boolean certain;
  private final String description;

  DocumentVariant(Stage stage, boolean certain, String description) {
    this.stage = stage;
    this.certain = certain;
    this.description = description;
  }

  Stage stage() {
    return stage;
  }

  /**
   * Whether the document still holds the whole letter, so that its facts must be parsed. The facts
   * of other documents may carry a warning, or the document may be rejected.
   */
  public boolean isCertain() {
    return certain;
  }

  /** Whether the change can always be noticed in the document. */
  public boolean isNoticeable() {
    return this != UNNUMBERED_PAGE_LOST;
  }

  /** What such a document has, for help texts. */
  public String description() {
    return description;
  }

  /** Pages that a letter must have for this variant. */
  int minPages() {
    return switch (this) {
      case PAGE_LOST, UNNUMBERED_PAGE_LOST -> 3;
      case LAST_PAGE_LOST, PAGE_TWICE, PAGES_SWAPPED -> 2;
      default -> 1;
    };
  }

  /** Whether a document can have both variants. */
  boolean isCompatibleWith(DocumentVariant other) {
    return this != other
        && (stage != other.stage
            || stage == Stage.BEFORE
            || stage == Stage.AFTER
            || stage == Stage.FURNITURE);
  }
}
