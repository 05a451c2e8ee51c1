package org.openimr.tools.generator.variant;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.PhraseGrammar;

/**
 * Expands the rules of texts that offices add. Dates have the same format within a document. What
 * varies from page to page stays a placeholder.
 */
final class OfficePhrases implements PhraseGrammar.PlaceholderResolver {
  /** Placeholders of values that vary from page to page. */
  static final String PAGE = "\ue001";

  static final String PAGES = "\ue002";
  static final String SERIAL = "\ue003";
  static final String CLOCK = "\ue004";

  private static final List<DateTimeFormatter> FORMATS =
      List.of("MM/dd/yyyy", "M-d-yy", "MMM d, yyyy", "d MMMM yyyy", "yyyy-MM-dd", "MMMM dd, yyyy")
          .stream()
          .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.US))
          .toList();
  private static final LocalDate FIRST_DAY = LocalDate.of(2013, 7, 1);
  private static final int DAYS = 3650;

  private final DateTimeFormatter format;

  OfficePhrases(SeededRandom random) {
    format = random.pick(FORMATS);
  }

  /** Returns a text with lines and paragraphs, which are not wrapped. */
  String text(PhraseGrammar.Rule rule, SeededRandom random) {
    StringBuilder out = new StringBuilder(256);
    rule.append(this, random, out);
    return out.toString().replace("\\n", "\n");
  }

  @Override
  public void append(String name, SeededRandom random, StringBuilder out) {
    switch (name) {
      case "day" -> out.append(day(random).format(format));
      case "short" -> {
        LocalDate day = day(random);
        out.append(day.getMonthValue()).append('/').append(day.getDayOfMonth());
      }
      case "case" -> out.append(caseNumber(random));
      case "page" -> out.append(PAGE);
      case "pages" -> out.append(PAGES);
      case "serial" -> out.append(SERIAL);
      case "clock" -> out.append(CLOCK);
      case "lt" -> out.append('<');
      case "gt" -> out.append('>');
      default -> throw new IllegalArgumentException(name);
    }
  }

  private static LocalDate day(SeededRandom random) {
    return FIRST_DAY.plusDays(random.nextInt(DAYS));
  }

  private static String caseNumber(SeededRandom random) {
    return "CM%02d-%07d"
        .formatted(random.nextIntBetween(13, 19), random.nextIntBetween(10_000, 299_999));
  }
}
