package org.openimr.tools.generator.vocabulary;

/** The rules of {@code office.grammar}: texts that offices add to a letter. */
public final class OfficeRules {
  private static final PhraseGrammar GRAMMAR = PhraseGrammar.load("office.grammar");

  public static final PhraseGrammar.Rule FAX_LINE = GRAMMAR.rule("fax-line");
  public static final PhraseGrammar.Rule DOCUMENT_NUMBER = GRAMMAR.rule("document-number");
  public static final PhraseGrammar.Rule STAMP = GRAMMAR.rule("stamp");
  public static final PhraseGrammar.Rule CONFIDENTIALITY_NOTICE =
      GRAMMAR.rule("confidentiality-notice");
  public static final PhraseGrammar.Rule RUNNING_TITLE = GRAMMAR.rule("running-title");
  public static final PhraseGrammar.Rule PAGE_NUMBER = GRAMMAR.rule("page-number");
  public static final PhraseGrammar.Rule COVER_LETTER = GRAMMAR.rule("cover-letter");
  public static final PhraseGrammar.Rule MAIL_HEADER = GRAMMAR.rule("mail-header");
  public static final PhraseGrammar.Rule UTILIZATION_REVIEW = GRAMMAR.rule("utilization-review");
  public static final PhraseGrammar.Rule OTHER_CASE = GRAMMAR.rule("other-case");
  public static final PhraseGrammar.Rule PROOF_OF_SERVICE = GRAMMAR.rule("proof-of-service");
  public static final PhraseGrammar.Rule SIGNATURE = GRAMMAR.rule("signature");
  public static final PhraseGrammar.Rule COPY_LIST = GRAMMAR.rule("copy-list");
  public static final PhraseGrammar.Rule APPEAL_NOTICE = GRAMMAR.rule("appeal-notice");
  public static final PhraseGrammar.Rule MAIL_DISCLAIMER = GRAMMAR.rule("mail-disclaimer");
  public static final PhraseGrammar.Rule HANDWRITTEN_NOTE = GRAMMAR.rule("handwritten-note");
  public static final PhraseGrammar.Rule QUOTE_INTRODUCTION = GRAMMAR.rule("quote-introduction");
  public static final PhraseGrammar.Rule QUOTE_ANSWER = GRAMMAR.rule("quote-answer");

  private OfficeRules() {}
}
