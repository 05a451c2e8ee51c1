package org.openimr.local.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openimr.event.Citation;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.event.GuidelineBasis;
import org.openimr.event.Outcome;
import org.openimr.sink.monitor.LetterResult;

/** A letter's result as people read it: a line a decision, or one for a dead letter. */
public final class DecisionLines {
  private static final int CASE = 12;
  private static final int ITEM = 5;
  private static final int OUTCOME = 10;
  private static final int TREATMENT = 44;
  private static final int REST = 60;

  private final Console console;

  public DecisionLines(Console console) {
    this.console = console;
  }

  /** The lines of one letter. */
  public List<String> of(LetterResult result) {
    return switch (result) {
      case LetterResult.Determined determined -> of(determined.determination());
      case LetterResult.Dead dead -> List.of(of(dead));
    };
  }

  private List<String> of(Determination determination) {
    return determination.getDecisions().stream()
        .map(decision -> line(determination.getCaseKey(), decision))
        .toList();
  }

  private String line(String caseKey, Decision decision) {
    Outcome outcome = decision.getOutcome();
    String item = decision.getItemNumber() + "/" + decision.getItemCount();
    return String.join(
            "  ",
            Printable.column(Printable.of(caseKey), CASE),
            Printable.column(item, ITEM),
            console.styled(style(outcome), Printable.column(outcome.name(), OUTCOME)),
            treatment(decision),
            console.styled(Style.FAINT, guidelines(decision.getReviewerBasis())))
        .stripTrailing();
  }

  private String of(LetterResult.Dead dead) {
    String name = dead.name().isEmpty() ? "a letter without a name" : Printable.of(dead.name());
    return String.join(
        "  ",
        Printable.column("-", CASE),
        Printable.column("-", ITEM),
        console.styled(Style.DEAD, Printable.column("DEAD", OUTCOME)),
        Printable.column(name, TREATMENT),
        Printable.of(dead.code()) + " at " + Printable.of(dead.stage()));
  }

  private String treatment(Decision decision) {
    String disputed = Printable.of(decision.getRequest().getDisputed());
    return console.isTerminal()
        ? Printable.column(disputed, TREATMENT)
        : String.format("%-" + TREATMENT + "s", disputed);
  }

  private String guidelines(GuidelineBasis basis) {
    String all =
        basis.getCitations().stream()
            .map(DecisionLines::guideline)
            .distinct()
            .collect(Collectors.joining("; "));
    String shown = all.isEmpty() ? words(basis.getKind().name()) : Printable.of(all);
    return console.isTerminal() ? Printable.cut(shown, REST) : shown;
  }

  private static String guideline(Citation citation) {
    String document = citation.getDocument();
    return document == null ? citation.getText() : citation.getAuthority() + " " + document;
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Style style(Outcome outcome) {
    return switch (outcome) {
      case OVERTURNED -> Style.OVERTURNED;
      case UPHELD -> Style.UPHELD;
      case UNKNOWN -> Style.FAINT;
    };
  }
}
