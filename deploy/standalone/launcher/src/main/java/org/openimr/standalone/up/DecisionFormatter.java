package org.openimr.standalone.up;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openimr.cli.console.AnsiStyle;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.TerminalText;
import org.openimr.event.Citation;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.event.GuidelineBasis;
import org.openimr.event.Outcome;

/** Formats the result of a letter: one line per decision, or one line for a dead letter. */
public final class DecisionFormatter {
  private static final int CASE_WIDTH = 12;
  private static final int ITEM_WIDTH = 5;
  private static final int OUTCOME_WIDTH = 10;
  private static final int TREATMENT_WIDTH = 44;
  private static final int GUIDELINES_WIDTH = 60;

  private final Console console;

  public DecisionFormatter(Console console) {
    this.console = console;
  }

  /** The lines of a letter. */
  public List<String> of(LetterResult result) {
    return switch (result) {
      case LetterResult.Determined determined -> of(determined.determination());
      case LetterResult.DeadLettered dead -> List.of(of(dead));
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
            TerminalText.column(TerminalText.singleLine(caseKey), CASE_WIDTH),
            TerminalText.column(item, ITEM_WIDTH),
            console.styled(style(outcome), TerminalText.column(outcome.name(), OUTCOME_WIDTH)),
            treatment(decision),
            console.styled(AnsiStyle.FAINT, guidelines(decision.getReviewerBasis())))
        .stripTrailing();
  }

  private String of(LetterResult.DeadLettered dead) {
    String name = dead.name().isEmpty() ? "(unnamed letter)" : TerminalText.singleLine(dead.name());
    return String.join(
        "  ",
        TerminalText.column("-", CASE_WIDTH),
        TerminalText.column("-", ITEM_WIDTH),
        console.styled(AnsiStyle.DEAD, TerminalText.column("DEAD", OUTCOME_WIDTH)),
        TerminalText.column(name, TREATMENT_WIDTH),
        TerminalText.singleLine(dead.code()) + " at " + TerminalText.singleLine(dead.stage()));
  }

  private String treatment(Decision decision) {
    String disputed = TerminalText.singleLine(decision.getRequest().getDisputed());
    return console.isTerminal()
        ? TerminalText.column(disputed, TREATMENT_WIDTH)
        : String.format("%-" + TREATMENT_WIDTH + "s", disputed);
  }

  private String guidelines(GuidelineBasis basis) {
    String all =
        basis.getCitations().stream()
            .map(DecisionFormatter::guideline)
            .distinct()
            .collect(Collectors.joining("; "));
    String shown =
        all.isEmpty() ? readableName(basis.getKind().name()) : TerminalText.singleLine(all);
    return console.isTerminal() ? TerminalText.truncate(shown, GUIDELINES_WIDTH) : shown;
  }

  private static String guideline(Citation citation) {
    String document = citation.getDocument();
    return document == null ? citation.getText() : citation.getAuthority() + " " + document;
  }

  private static String readableName(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static AnsiStyle style(Outcome outcome) {
    return switch (outcome) {
      case OVERTURNED -> AnsiStyle.OVERTURNED;
      case UPHELD -> AnsiStyle.UPHELD;
      case UNKNOWN -> AnsiStyle.FAINT;
    };
  }
}
