package org.openimr.cli.deadletters.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openimr.schemas.topic.Topic;

/** Resolutions of dead letters by all runs so far. */
public final class ResolutionIndex {
  private final Map<String, DeadLetterResolution> byId = new HashMap<>();

  /** Reads all committed resolutions. */
  public static ResolutionIndex read(TopicRecordReader records) {
    ResolutionIndex index = new ResolutionIndex();
    records.scan(
        Topic.DEAD_LETTERS_SETTLED,
        mark -> {
          if (mark.value() != null) {
            index.byId.put(new String(mark.key(), UTF_8), DeadLetterResolution.of(mark.value()));
          }
        });
    return index;
  }

  /** The resolution of a dead letter; empty if it is open. */
  public Optional<DeadLetterResolution> of(DeadLetterMetadata dead) {
    return Optional.ofNullable(byId.get(dead.id().toString()))
        .filter(resolution -> resolution.failed().equals(dead.time()));
  }
}
