package org.openimr.cli.deadletters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openimr.cli.deadletters.resolution.DeadLetterMetadata;
import org.openimr.schemas.event.LetterPart;

/** Formats the metadata of a dead letter as one line of JSON. */
final class DeadLetterJson {
  private DeadLetterJson() {}

  /**
   * Formats a dead letter.
   *
   * @param revealed whether to include its file name
   */
  static String line(DeadLetterCluster.ListedDeadLetter dead, boolean revealed) {
    DeadLetterMetadata metadata = dead.metadata();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", metadata.id().toString());
    json.put("time", metadata.time().toString());
    json.put("code", metadata.code());
    json.put("stage", metadata.stage());
    json.put("field", metadata.field());
    json.put("message", metadata.message());
    json.put("case", metadata.caseKey().isEmpty() ? null : metadata.caseKey());
    json.put("replays", metadata.replays());
    json.put("part", metadata.part().map(LetterPart::toString).orElse(null));
    json.put("documentId", metadata.documentId().isEmpty() ? null : metadata.documentId());
    if (revealed) {
      json.put("name", metadata.name().isEmpty() ? null : metadata.name());
    }
    json.put("sizeBytes", metadata.sizeBytes().orElse(null));
    metadata
        .failedAt()
        .ifPresent(
            position ->
                json.putObject("failedAt")
                    .put("topic", position.topic())
                    .put("partition", position.partition())
                    .put("offset", position.offset()));
    dead.resolution()
        .ifPresent(
            resolution ->
                json.putObject("settled")
                    .put("kind", resolution.kind().name())
                    .put("at", resolution.at().toString())
                    .put("to", resolution.to())
                    .put("reason", resolution.reason()));
    return json.toString();
  }
}
