package org.openimr.tools.chaos.letter;

import java.util.List;
import java.util.OptionalInt;
import org.openimr.schemas.event.DeadLetterReason;

/**
 * A letter that was sent.
 *
 * @param index position in the sequence, from 0
 * @param rawKey key on the raw topic; equal for letters of a case, which keeps their order
 * @param letterId SHA-256 of its bytes in hex
 * @param expected the expected outcome
 */
public record SentLetter(int index, String rawKey, String letterId, ExpectedOutcome expected) {
  private static final String NAME = "chaos-";
  private static final String SEPARATOR = "\t";

  /** Source name that travels with the letter through all topics. */
  public String name() {
    return name(index);
  }

  /** Source name of the letter with an index. */
  public static String name(int index) {
    return NAME + index;
  }

  /** Index in a source name; empty for names of other letters. */
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

  /** Formats the letter as a line of the {@link ExpectationsFile}. */
  public String toLine() {
    List<String> outcome =
        switch (expected) {
          case ExpectedOutcome.Decided decided ->
              List.of("decided", decided.caseKey(), decided.facts(), decided.outcomes());
          case ExpectedOutcome.DeadLettered dead ->
              List.of("dead", dead.code().name(), dead.stage());
          case ExpectedOutcome.Unspecified any -> List.of("any");
        };
    return index
        + SEPARATOR
        + rawKey
        + SEPARATOR
        + letterId
        + SEPARATOR
        + String.join("\t", outcome);
  }

  /** Parses a line of the {@link ExpectationsFile}. */
  public static SentLetter parse(String line) {
    String[] parts = line.split(SEPARATOR, -1);
    ExpectedOutcome expected =
        switch (parts[3]) {
          case "decided" -> new ExpectedOutcome.Decided(parts[4], parts[5], parts[6]);
          case "dead" ->
              new ExpectedOutcome.DeadLettered(DeadLetterReason.Code.valueOf(parts[4]), parts[5]);
          default -> new ExpectedOutcome.Unspecified();
        };
    return new SentLetter(Integer.parseInt(parts[0]), parts[1], parts[2], expected);
  }
}
