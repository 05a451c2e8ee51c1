package org.openimr.cli.deadletters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openimr.cli.deadletters.resolution.DeadLetterMetadata;

/** A dead letter's head as JSON on one line. */
final class DeadLetterJson {
  private DeadLetterJson() {}

  static String line(DeadLetterCluster.ListedDeadLetter dead) {
    DeadLetterMetadata head = dead.head();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", head.id().toString());
    json.put("time", head.time().toString());
    json.put("code", head.code());
    json.put("stage", head.stage());
    json.put("field", head.field());
    json.put("message", head.message());
    json.put("case", head.caseKey().isEmpty() ? null : head.caseKey());
    json.put("replays", head.replays());
    json.put("name", head.name().isEmpty() ? null : head.name());
    json.put("sizeBytes", head.sizeBytes().orElse(null));
    head.failedAt()
        .ifPresent(
            at ->
                json.putObject("failedAt")
                    .put("topic", at.topic())
                    .put("partition", at.partition())
                    .put("offset", at.offset()));
    dead.settled()
        .ifPresent(
            settled ->
                json.putObject("settled")
                    .put("kind", settled.kind().name())
                    .put("at", settled.at().toString())
                    .put("to", settled.to())
                    .put("reason", settled.reason()));
    return json.toString();
  }
}
