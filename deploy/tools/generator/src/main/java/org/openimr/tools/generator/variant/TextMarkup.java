package org.openimr.tools.generator.variant;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.OfficeRules;

/** Marks up the text of a whole document as mail programs, word processors and editors do. */
final class TextMarkup {
  private static final List<String> QUOTES = List.of("> ", ">", "> > ", ">> ", " > ");
  private static final List<String> HEADINGS =
      List.of("HOW THE IMR", "CLINICAL CASE", "IMR ISSUES", "IMR DECISION");
  private static final List<String> LABELS =
      List.of(
          "Claims Administrator guideline:",
          "MAXIMUS guideline:",
          "Decision rationale:",
          "Case Number:",
          "Decision Date:");

  private TextMarkup() {}

  static String apply(
      DocumentVariant variant, String text, OfficePhrases phrases, SeededRandom random) {
    return switch (variant) {
      case QUOTED_MAIL -> quote(text, phrases, random);
      case LINE_NUMBERS -> number(text, random);
      case CAPITALS -> text.toUpperCase(Locale.ROOT);
      case MARKDOWN -> markdown(text, random);
      case HTML -> html(text, random);
      default -> throw new IllegalArgumentException(variant.name());
    };
  }

  private static String quote(String text, OfficePhrases phrases, SeededRandom random) {
    String mark = random.pick(QUOTES);
    String quoted =
        text.replace("\f", "").lines().map(line -> mark + line).collect(Collectors.joining("\n"));
    if (random.nextBoolean(0.4)) {
      return quoted + "\n";
    }
    int minute = random.nextInt(1440);
    return (phrases.text(OfficeRules.QUOTE_ANSWER, random)
                + "\n\n"
                + phrases.text(OfficeRules.QUOTE_INTRODUCTION, random))
            .replace(OfficePhrases.CLOCK, "%d:%02d".formatted(minute / 60, minute % 60))
        + "\n"
        + quoted
        + "\n";
  }

  /** Numbers the lines of each page, or without pages, of each 25 to 32 lines. */
  private static String number(String text, SeededRandom random) {
    int perPage = random.nextIntBetween(25, 32);
    String form = random.nextBoolean(0.5) ? "%2d  " : "%-4d";
    StringBuilder out = new StringBuilder(text.length() * 11 / 10);
    int number = 0;
    for (String line : text.split("\n", -1)) {
      boolean startsPage = line.startsWith("\f");
      number = startsPage || number == perPage ? 1 : number + 1;
      out.append(startsPage ? "\f" : "").append(form.formatted(number));
      out.append(startsPage ? line.substring(1) : line).append('\n');
    }
    return out.toString();
  }

  private static String markdown(String text, SeededRandom random) {
    String emphasis = random.nextBoolean(0.5) ? "**" : "__";
    String hashes = "#".repeat(random.nextIntBetween(1, 4)) + " ";
    boolean bold = random.nextBoolean(0.5);
    String marked = text;
    for (String label : LABELS) {
      marked = marked.replace(label, emphasis + label + emphasis);
    }
    return marked
        .lines()
        .map(line -> isHeading(line) ? heading(line, hashes, bold ? emphasis : "") : line)
        .collect(Collectors.joining("\n"));
  }

  private static boolean isHeading(String line) {
    return HEADINGS.stream().anyMatch(line.strip()::startsWith);
  }

  private static String heading(String line, String hashes, String emphasis) {
    return hashes + emphasis + line.strip() + emphasis;
  }

  private static String html(String text, SeededRandom random) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    String body =
        switch (random.nextInt(3)) {
          case 0 -> elements(escaped, "<p>", "</p>\n");
          case 1 -> elements(escaped, "<div class=\"t\">", "</div>\n");
          default -> elements(escaped, "", "<br/>\n");
        };
    return random.nextBoolean(0.5)
        ? "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n" + body + "</body>"
        : body;
  }

  private static String elements(String text, String start, String end) {
    return text.replace("\f", "")
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> start + line.strip() + end)
        .collect(Collectors.joining());
  }
}
