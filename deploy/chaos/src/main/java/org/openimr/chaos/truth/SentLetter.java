package org.openimr.chaos.truth;

import java.util.List;
import java.util.OptionalInt;
import org.openimr.schemas.DeadLetter;

/**
 * A letter that was sent.
 *
 * @param index its number in the row, from 0
 * @param rawKey key on the raw topic; letters of a case have the same, which keeps their order
 * @param letterId SHA-256 of its bytes, hex
 */
public record SentLetter(int index, String rawKey, String letterId, Fate fate) {
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
  public String line() {
    List<String> more =
        switch (fate) {
          case Fate.Decided decided ->
              List.of("decided", decided.caseKey(), decided.facts(), decided.outcomes());
          case Fate.Dead dead -> List.of("dead", dead.code().name(), dead.stage());
          case Fate.Any any -> List.of("any");
        };
    return index + SEPARATOR + rawKey + SEPARATOR + letterId + SEPARATOR + String.join("\t", more);
  }

  /** The letter of a line. */
  public static SentLetter of(String line) {
    String[] parts = line.split(SEPARATOR, -1);
    Fate fate =
        switch (parts[3]) {
          case "decided" -> new Fate.Decided(parts[4], parts[5], parts[6]);
          case "dead" -> new Fate.Dead(DeadLetter.Code.valueOf(parts[4]), parts[5]);
          default -> new Fate.Any();
        };
    return new SentLetter(Integer.parseInt(parts[0]), parts[1], parts[2], fate);
  }
}
