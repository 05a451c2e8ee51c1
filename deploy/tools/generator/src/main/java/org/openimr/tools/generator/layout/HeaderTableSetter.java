package org.openimr.tools.generator.layout;

import java.time.LocalDate;
import java.util.Optional;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.parser.letter.model.ReviewPriority;
import org.openimr.tools.generator.model.PrintedDates;
import org.openimr.tools.generator.model.Rendering;
import org.openimr.tools.generator.model.SeededRandom;

/** Sets the two-column header table the way text converters break it up. */
final class HeaderTableSetter {
  private static final int COLUMN = 22;
  private static final int SECOND_COLUMN = 54;
  private static final int SECOND_VALUE = 75;
  private final LetterHeader header;
  private final StringBuilder out;

  HeaderTableSetter(LetterHeader header, StringBuilder out) {
    this.header = header;
    this.out = out;
  }

  void append(Rendering rendering, SeededRandom random) {
    switch (rendering.header) {
      case ROWS -> rows(rendering.lineEnd, random);
      case COLUMNS -> columns("\n");
      case LAYOUT -> alignedColumns();
      case MINER -> miner(random.nextBoolean(0.5));
      case TABS -> tabs();
    }
  }

  private void rows(String end, SeededRandom random) {
    out.append("Case Number: ").append(caseNumber()).append(' ').append(end);
    out.append("Date Assigned: ").append(assigned()).append(" Date of Injury:  ");
    out.append(injury()).append(end);
    out.append("Decision Date: ").append(decided()).append(" UR Denial Date:  ");
    out.append(denied()).append(end);
    out.append("Priority:  ").append(priority());
    switch (random.weightedIndex(70, 15, 15)) {
      case 0 ->
          out.append(" Application")
              .append(end)
              .append("Received:  ")
              .append(end)
              .append(received());
      case 1 -> out.append(" Application ").append(received()).append(end).append("Received:");
      default -> out.append(" Application Received: ").append(received());
    }
    out.append(end).append('\n');
  }

  private void columns(String end) {
    out.append("Case Number:").append(end).append("Date Assigned:").append(end);
    out.append("Decision Date:").append(end).append("Priority:").append(end).append('\n');
    out.append(caseNumber()).append(end).append(assigned()).append(end);
    out.append(decided()).append(end).append(priority()).append(end).append('\n');
    out.append("Date of Injury:").append(end).append("UR Denial Date:").append(end);
    out.append("Application").append(end).append("Received:").append(end).append('\n');
    out.append(injury()).append(end).append(denied()).append(end);
    out.append(received()).append(end).append('\n');
  }

  private void miner(boolean valueFirst) {
    String end = " \n";
    out.append("Case Number:").append(end).append("Date Assigned:").append(end);
    out.append("Decision Date:").append(end).append("Priority: ").append(end).append('\n');
    out.append(caseNumber()).append(end).append(assigned()).append(end);
    out.append(decided()).append(end).append(priority()).append(end).append('\n');
    if (valueFirst) {
      out.append(injury()).append(end).append("Date of Injury: ").append(end);
      out.append("UR Denial Date:   ").append(denied()).append(end);
      out.append(received()).append(end).append("Application").append(end);
      out.append("Received: ").append(end).append('\n');
    } else {
      out.append("Date of Injury: ").append(end).append(injury()).append(end);
      out.append("UR Denial Date:   ").append(denied()).append(end);
      out.append("Application").append(end).append(received()).append(end);
      out.append("Received: ").append(end).append('\n');
    }
  }

  private void alignedColumns() {
    cells("Case Number:", caseNumber(), "", "");
    cells("Date Assigned:", assigned(), "Date of Injury:", injury());
    cells("Decision Date:", decided(), "UR Denial Date:", denied());
    cells("Priority:", priority(), "Application", received());
    cells("", "", "Received:", "");
    out.append('\n');
  }

  private void cells(String first, String value, String second, String secondValue) {
    int start = out.length();
    out.append(first);
    cell(start, COLUMN, value);
    cell(start, SECOND_COLUMN, second);
    cell(start, SECOND_VALUE, secondValue);
    out.append('\n');
  }

  private void cell(int lineStart, int column, String text) {
    if (!text.isEmpty()) {
      out.repeat(' ', column - (out.length() - lineStart)).append(text);
    }
  }

  private void tabs() {
    out.append("Case Number:\t").append(caseNumber()).append("\t\t\n");
    out.append("Date Assigned:\t").append(assigned());
    out.append("\tDate of Injury:\t").append(injury()).append('\n');
    out.append("Decision Date:\t").append(decided());
    out.append("\tUR Denial Date:\t").append(denied()).append('\n');
    out.append("Priority:\t").append(priority());
    out.append("\tApplication Received:\t").append(received()).append("\n\n");
  }

  private String caseNumber() {
    return header.caseNumber().orElse("");
  }

  private String assigned() {
    return date(header.dateAssigned());
  }

  private String injury() {
    return date(header.dateOfInjury());
  }

  private String decided() {
    return date(header.decisionDate());
  }

  private String denied() {
    return date(header.urDenialDate());
  }

  private String received() {
    return date(header.applicationReceived());
  }

  private String priority() {
    return header.priority().orElse(ReviewPriority.STANDARD) == ReviewPriority.STANDARD
        ? "Standard"
        : "Expedited";
  }

  private static String date(Optional<LocalDate> date) {
    return date.map(PrintedDates::header).orElse("");
  }
}
