package org.openimr.generate;

/** The rules of {@code prose.grammar}, by what they are for. */
final class Phrases {
  private static final Grammar GRAMMAR = Grammar.resource("prose.grammar");

  static final Grammar.Rule OPENING_AGED = GRAMMAR.rule("opening-aged");
  static final Grammar.Rule OPENING_AGELESS = GRAMMAR.rule("opening-ageless");
  static final Grammar.Rule FINDING = GRAMMAR.rule("finding");
  static final Grammar.Rule REVIEW_NOTE = GRAMMAR.rule("review-note");
  static final Grammar.Rule GUIDELINE_REMARK = GRAMMAR.rule("guideline-remark");
  static final Grammar.Rule CASE_REMARK = GRAMMAR.rule("case-remark");
  static final Grammar.Rule CONCLUSION_UPHELD = GRAMMAR.rule("conclusion-upheld");
  static final Grammar.Rule CONCLUSION_OVERTURNED = GRAMMAR.rule("conclusion-overturned");
  static final Grammar.Rule AFTERWORD = GRAMMAR.rule("afterword");
  static final Grammar.Rule ASSOCIATED_REASON = GRAMMAR.rule("associated-reason");
  static final Grammar.Rule TREATMENT = GRAMMAR.rule("treatment");
  static final Grammar.Rule SURGERY = GRAMMAR.rule("surgery");
  static final Grammar.Rule ASSOCIATED = GRAMMAR.rule("associated");
  static final Grammar.Rule COUNTABLE = GRAMMAR.rule("countable");
  static final Grammar.Rule ODG = GRAMMAR.rule("odg");
  static final Grammar.Rule ODG_TWO = GRAMMAR.rule("odg-two");
  static final Grammar.Rule ODG_NONE = GRAMMAR.rule("odg-none");
  static final Grammar.Rule ELSEWHERE = GRAMMAR.rule("elsewhere");
  static final Grammar.Rule PASTED = GRAMMAR.rule("pasted");

  private Phrases() {}
}
