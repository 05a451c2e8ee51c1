package org.openimr.cli.deadletters.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openimr.schemas.topic.Topic;

/** What was done about dead letters so far, by all runs. */
public final class ResolutionIndex {
  private final Map<String, DeadLetterResolution> byId = new HashMap<>();

  /** All that is committed now. */
  public static ResolutionIndex read(TopicRecordReader records) {
    ResolutionIndex settlements = new ResolutionIndex();
    records.scan(
        Topic.DEAD_LETTERS_SETTLED,
        mark -> {
          if (mark.value() != null) {
            settlements.byId.put(
                new String(mark.key(), UTF_8), DeadLetterResolution.of(mark.value()));
          }
        });
    return settlements;
  }

  /** Empty for one that is open. */
  public Optional<DeadLetterResolution> of(DeadLetterMetadata dead) {
    return Optional.ofNullable(byId.get(dead.id().toString()))
        .filter(settlement -> settlement.failed().equals(dead.time()));
  }
}
