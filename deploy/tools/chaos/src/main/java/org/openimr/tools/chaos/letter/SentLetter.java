package org.openimr.tools.chaos.letter;

import java.util.List;
import java.util.OptionalInt;
import org.openimr.schemas.event.DeadLetterReason;

/**
 * A letter that was sent.
 *
 * @param index its number in the row, from 0
 * @param rawKey key on the raw topic; letters of a case have the same, which keeps their order
 * @param letterId SHA-256 of its bytes, hex
 */
public record SentLetter(int index, String rawKey, String letterId, ExpectedOutcome expected) {
  private static final String NAME = "chaos-";
  private static final String SEPARATOR = "\t";

  /** File name that goes with the letter, and with all that becomes of it. */
  public String name() {
    return name(index);
  }

  /** File name of a letter. */
  public static String name(int index) {
    return NAME + index;
  }

  /** The index in a file name, if it is one of ours. */
  public static OptionalInt index(String name) {
    if (name == null || !name.startsWith(NAME)) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(name.substring(NAME.length())));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** As a line of the truth's file. */
  public String toLine() {
    List<String> more =
        switch (expected) {
          case ExpectedOutcome.Decided decided ->
              List.of("decided", decided.caseKey(), decided.facts(), decided.outcomes());
          case ExpectedOutcome.DeadLettered dead ->
              List.of("dead", dead.code().name(), dead.stage());
          case ExpectedOutcome.Unspecified any -> List.of("any");
        };
    return index + SEPARATOR + rawKey + SEPARATOR + letterId + SEPARATOR + String.join("\t", more);
  }

  /** The letter of a line. */
  public static SentLetter parse(String line) {
    String[] parts = line.split(SEPARATOR, -1);
    ExpectedOutcome fate =
        switch (parts[3]) {
          case "decided" -> new ExpectedOutcome.Decided(parts[4], parts[5], parts[6]);
          case "dead" ->
              new ExpectedOutcome.DeadLettered(DeadLetterReason.Code.valueOf(parts[4]), parts[5]);
          default -> new ExpectedOutcome.Unspecified();
        };
    return new SentLetter(Integer.parseInt(parts[0]), parts[1], parts[2], fate);
  }
}
