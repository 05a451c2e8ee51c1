package org.openimr.cli.deadletters.resolution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * How a dead letter was resolved.
 *
 * @param failed time of the failure; distinguishes the dead letter from one with the same id on a
 *     topic that was deleted and created again
 * @param to topic to which it was replayed, else empty
 * @param reason why it was discarded, else empty
 */
public record DeadLetterResolution(
    Kind kind, Instant at, Instant failed, String code, String stage, String to, String reason) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Ways to resolve a dead letter. */
  public enum Kind {
    REPLAYED,
    DISCARDED
  }

  public static DeadLetterResolution replayed(DeadLetterMetadata dead, Instant now, String to) {
    return new DeadLetterResolution(
        Kind.REPLAYED, now, dead.time(), dead.code(), dead.stage(), to, "");
  }

  public static DeadLetterResolution discarded(
      DeadLetterMetadata dead, Instant now, String reason) {
    return new DeadLetterResolution(
        Kind.DISCARDED, now, dead.time(), dead.code(), dead.stage(), "", reason);
  }

  byte[] toBytes() {
    try {
      return JSON.writeValueAsBytes(
          JsonNodeFactory.instance
              .objectNode()
              .put("kind", kind.name())
              .put("at", at.toString())
              .put("failed", failed.toString())
              .put("code", code)
              .put("stage", stage)
              .put("to", to)
              .put("reason", reason));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DeadLetterResolution of(byte[] bytes) {
    try {
      JsonNode json = JSON.readTree(bytes);
      return new DeadLetterResolution(
          Kind.valueOf(json.path("kind").asText()),
          Instant.parse(json.path("at").asText()),
          Instant.parse(json.path("failed").asText()),
          json.path("code").asText(),
          json.path("stage").asText(),
          json.path("to").asText(),
          json.path("reason").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
