package org.openimr.tools.generator.vocabulary;

/** The rules of {@code prose.grammar} by purpose. */
public final class PhraseRules {
  private static final PhraseGrammar GRAMMAR = PhraseGrammar.load("prose.grammar");

  public static final PhraseGrammar.Rule OPENING_AGED = GRAMMAR.rule("opening-aged");
  public static final PhraseGrammar.Rule OPENING_AGELESS = GRAMMAR.rule("opening-ageless");
  public static final PhraseGrammar.Rule FINDING = GRAMMAR.rule("finding");
  public static final PhraseGrammar.Rule REVIEW_NOTE = GRAMMAR.rule("review-note");
  public static final PhraseGrammar.Rule GUIDELINE_REMARK = GRAMMAR.rule("guideline-remark");
  public static final PhraseGrammar.Rule CASE_REMARK = GRAMMAR.rule("case-remark");
  public static final PhraseGrammar.Rule CONCLUSION_UPHELD = GRAMMAR.rule("conclusion-upheld");
  public static final PhraseGrammar.Rule CONCLUSION_OVERTURNED =
      GRAMMAR.rule("conclusion-overturned");
  public static final PhraseGrammar.Rule AFTERWORD = GRAMMAR.rule("afterword");
  public static final PhraseGrammar.Rule ASSOCIATED_REASON = GRAMMAR.rule("associated-reason");
  public static final PhraseGrammar.Rule TREATMENT = GRAMMAR.rule("treatment");
  public static final PhraseGrammar.Rule SURGERY = GRAMMAR.rule("surgery");
  public static final PhraseGrammar.Rule ASSOCIATED = GRAMMAR.rule("associated");
  public static final PhraseGrammar.Rule COUNTABLE = GRAMMAR.rule("countable");
  public static final PhraseGrammar.Rule ODG = GRAMMAR.rule("odg");
  public static final PhraseGrammar.Rule ODG_TWO = GRAMMAR.rule("odg-two");
  public static final PhraseGrammar.Rule ODG_NONE = GRAMMAR.rule("odg-none");
  public static final PhraseGrammar.Rule ELSEWHERE = GRAMMAR.rule("elsewhere");
  public static final PhraseGrammar.Rule PASTED = GRAMMAR.rule("pasted");

  private PhraseRules() {}
}
