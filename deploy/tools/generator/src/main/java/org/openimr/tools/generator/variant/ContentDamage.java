package org.openimr.tools.generator.variant;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.tools.generator.model.LetterContent;
import org.openimr.tools.generator.model.LetterContent.Block;
import org.openimr.tools.generator.model.LetterContent.Style;
import org.openimr.tools.generator.model.SeededRandom;

/** Changes a fact of a letter where it is printed, so that the letter contradicts itself. */
final class ContentDamage {
  private static final String[][] OPPOSITES = {
    {": Upheld", ": Overturned"},
    {":  Upheld", ":  Overturned"},
    {":\nUpheld", ":\nOverturned"},
    {" is not medically necessary and appropriate.", " is medically necessary and appropriate."},
  };
  private static final int DATES = 5;

  private ContentDamage() {}

  /** Returns the changed content, or empty if the layout of the letter does not print the fact. */
  static Optional<LetterContent> apply(
      DocumentVariant variant, LetterContent content, SeededRandom random) {
    return switch (variant) {
      case FLIPPED_DECISION -> flip(content, random);
      case MISSING_HEADER_FIELD -> withHeader(content, h -> withoutField(h, random));
      case DAMAGED_CASE_NUMBER -> withHeader(content, h -> withDamagedNumber(h, random));
      default -> throw new IllegalArgumentException(variant.name());
    };
  }

  private static Optional<LetterContent> flip(LetterContent content, SeededRandom random) {
    List<Block> blocks = content.blocks();
    List<Integer> titles =
        Stream.iterate(0, i -> i < blocks.size(), i -> i + 1)
            .filter(i -> blocks.get(i).style() == Style.TITLE)
            .filter(i -> !flip(blocks.get(i).text()).equals(blocks.get(i).text()))
            .toList();
    if (titles.isEmpty()) {
      return Optional.empty();
    }
    int flipped = random.pick(titles);
    List<Block> changed =
        Stream.iterate(0, i -> i < blocks.size(), i -> i + 1)
            .map(i -> i == flipped ? flipped(blocks.get(i)) : blocks.get(i))
            .toList();
    return Optional.of(new LetterContent(content.header(), changed));
  }

  private static Block flipped(Block title) {
    return new Block(title.style(), flip(title.text()));
  }

  private static String flip(String title) {
    for (String[] pair : OPPOSITES) {
      if (title.endsWith(pair[0])) {
        return title.substring(0, title.length() - pair[0].length()) + pair[1];
      }
      if (title.endsWith(pair[1])) {
        return title.substring(0, title.length() - pair[1].length()) + pair[0];
      }
    }
    return title;
  }

  private static Optional<LetterContent> withHeader(
      LetterContent content, UnaryOperator<LetterHeader> change) {
    return content
        .header()
        .filter(header -> header.caseNumber().isPresent())
        .map(header -> new LetterContent(Optional.of(change.apply(header)), content.blocks()));
  }

  private static LetterHeader withoutField(LetterHeader header, SeededRandom random) {
    int missing = random.nextInt(DATES + 1);
    return new LetterHeader(
        missing == 0 ? Optional.empty() : header.caseNumber(),
        missing == 1 ? Optional.empty() : header.dateAssigned(),
        missing == 2 ? Optional.empty() : header.dateOfInjury(),
        missing == 3 ? Optional.empty() : header.decisionDate(),
        missing == 4 ? Optional.empty() : header.urDenialDate(),
        missing == 5 ? Optional.empty() : header.applicationReceived(),
        header.priority(),
        List.of());
  }

  private static LetterHeader withDamagedNumber(LetterHeader header, SeededRandom random) {
    return new LetterHeader(
        header.caseNumber().map(number -> damage(number, random)),
        header.dateAssigned(),
        header.dateOfInjury(),
        header.decisionDate(),
        header.urDenialDate(),
        header.applicationReceived(),
        header.priority(),
        List.of());
  }

  /** Damages {@code CM17-0012345} so that it is not a valid number, or can be corrected. */
  static String damage(String number, SeededRandom random) {
    String digits = number.substring(5);
    String damaged = damage(number, digits, random.nextInt(8));
    return damaged.equals(number) ? number + "?" : damaged;
  }

  private static String damage(String number, String digits, int kind) {
    return switch (kind) {
      case 0 -> number.replace("CM", "cm");
      case 1 -> number.substring(0, 5) + digits.replace('0', 'O').replace('1', 'l');
      case 2 -> number.substring(0, number.length() - 1);
      case 3 -> number.replace("-", " - ");
      case 4 -> number.replace("-", "");
      case 5 -> number.substring(0, 5) + digits.substring(0, 3) + " " + digits.substring(3);
      case 6 -> number.substring(0, 5) + digits.substring(0, 6) + "?";
      default -> "C" + number.substring(2);
    };
  }
}
