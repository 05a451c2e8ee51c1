package org.openimr.tools.evaluation.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What became of a letter. */
public sealed interface OfflinePipelineResult {

  /** A determination as {@code AvroJsonFormatter} prints it. */
  record Determined(JsonNode determination) implements OfflinePipelineResult {}

  /** A dead letter: code, field and message as in its headers, none of it text of the letter. */
  record Dead(String code, String field, String message) implements OfflinePipelineResult {}

  /** The determination, if there is one. */
  default Optional<JsonNode> determinationTree() {
    return switch (this) {
      case Determined determined -> Optional.of(determined.determination());
      case Dead dead -> Optional.empty();
    };
  }
}
