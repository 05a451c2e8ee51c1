package org.openimr.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What became of a letter. */
sealed interface LetterOutcome {

  /** A determination as {@code AvroJson} prints it. */
  record Determined(JsonNode determination) implements LetterOutcome {}

  /** A dead letter: code, field and message as in its headers, none of it text of the letter. */
  record Dead(String code, String field, String message) implements LetterOutcome {}

  /** The determination, if there is one. */
  default Optional<JsonNode> tree() {
    return switch (this) {
      case Determined determined -> Optional.of(determined.determination());
      case Dead dead -> Optional.empty();
    };
  }
}
