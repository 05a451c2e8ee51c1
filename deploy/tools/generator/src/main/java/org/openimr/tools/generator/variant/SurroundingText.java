package org.openimr.tools.generator.variant;

import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.OfficeRules;
import org.openimr.tools.generator.vocabulary.PhraseGrammar;

/** Writes the texts before and after a letter, in a column of its own width. */
final class SurroundingText {
  private static final int MIN_WIDTH = 52;
  private static final int MAX_WIDTH = 104;
  private static final int[] INDENTS = {0, 0, 0, 4, 10};

  private SurroundingText() {}

  /** Writes the text of a variant. */
  static String write(DocumentVariant variant, OfficePhrases phrases, SeededRandom random) {
    int minute = random.nextInt(1440);
    String text =
        phrases
            .text(rule(variant), random)
            .replace(OfficePhrases.CLOCK, "%d:%02d".formatted(minute / 60, minute % 60));
    return wrap(
        text,
        random.nextIntBetween(MIN_WIDTH, MAX_WIDTH),
        " ".repeat(INDENTS[random.nextInt(INDENTS.length)]));
  }

  private static PhraseGrammar.Rule rule(DocumentVariant variant) {
    return switch (variant) {
      case COVER_LETTER -> OfficeRules.COVER_LETTER;
      case MAIL_HEADER -> OfficeRules.MAIL_HEADER;
      case UTILIZATION_REVIEW -> OfficeRules.UTILIZATION_REVIEW;
      case OTHER_CASE -> OfficeRules.OTHER_CASE;
      case PROOF_OF_SERVICE -> OfficeRules.PROOF_OF_SERVICE;
      case SIGNATURE -> OfficeRules.SIGNATURE;
      case COPY_LIST -> OfficeRules.COPY_LIST;
      case APPEAL_NOTICE -> OfficeRules.APPEAL_NOTICE;
      case MAIL_DISCLAIMER -> OfficeRules.MAIL_DISCLAIMER;
      case HANDWRITTEN_NOTE -> OfficeRules.HANDWRITTEN_NOTE;
      default -> throw new IllegalArgumentException(variant.name());
    };
  }

  /** Breaks lines between words; a line that fits stays as it is. */
  static String wrap(String text, int width, String indent) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    for (String line : text.split("\n", -1)) {
      String rest = line;
      while (rest.length() > width) {
        int space = rest.lastIndexOf(' ', width);
        if (space <= 0) {
          break;
        }
        out.append(indent).append(rest, 0, space).append('\n');
        rest = rest.substring(space + 1);
      }
      out.append(rest.isEmpty() ? "" : indent).append(rest).append('\n');
    }
    return out.toString().stripTrailing();
  }
}
