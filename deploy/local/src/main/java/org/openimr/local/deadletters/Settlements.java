package org.openimr.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openimr.schemas.Topic;

/** What was done about dead letters so far, by all runs. */
final class Settlements {
  private final Map<String, Settlement> byId = new HashMap<>();

  /** All that is committed now. */
  static Settlements read(TopicRecords records) {
    Settlements settlements = new Settlements();
    records.scan(
        Topic.DEAD_LETTERS_SETTLED,
        mark -> {
          if (mark.value() != null) {
            settlements.byId.put(new String(mark.key(), UTF_8), Settlement.of(mark.value()));
          }
        });
    return settlements;
  }

  /** Empty for one that is open. */
  Optional<Settlement> of(DeadLetterHead dead) {
    return Optional.ofNullable(byId.get(dead.id().toString()))
        .filter(settlement -> settlement.failed().equals(dead.time()));
  }
}
