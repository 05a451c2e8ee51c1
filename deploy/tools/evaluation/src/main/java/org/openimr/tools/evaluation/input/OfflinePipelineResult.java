package org.openimr.tools.evaluation.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The result of processing a letter. */
public sealed interface OfflinePipelineResult {

  /** A determination as {@code AvroJsonFormatter} prints it. */
  record Determined(JsonNode determination) implements OfflinePipelineResult {}

  /**
   * A dead letter, without text of the letter.
   *
   * @param code dead-letter code
   * @param stage {@code ingest} or {@code enrich}
   * @param field field of the letter; empty if not known
   * @param message description of the error
   */
  record Dead(String code, String stage, String field, String message)
      implements OfflinePipelineResult {}

  /** The determination; empty for a dead letter. */
  default Optional<JsonNode> determinationTree() {
    return switch (this) {
      case Determined determined -> Optional.of(determined.determination());
      case Dead dead -> Optional.empty();
    };
  }
}
