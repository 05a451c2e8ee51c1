package org.openimr.tools.chaos.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.Deserializer;
import org.openimr.event.Determination;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/**
 * Number of determinations by revision.
 *
 * @param first determinations with revision 1
 * @param later determinations with a later revision
 */
public record RevisionCounts(long first, long later) {

  /** Counts the determinations of the selected cases. */
  public static RevisionCounts read(Settings connection, Predicate<String> caseKeys) {
    Deserializer<Determination> deserializer = EventSerdes.of(connection.registry()).deserializer();
    AtomicLong first = new AtomicLong();
    AtomicLong later = new AtomicLong();
    new VerificationTopicReader(connection.kafka())
        .scan(
            Topic.DETERMINATIONS.topicName(),
            record -> {
              if (caseKeys.test(new String(record.key(), UTF_8))) {
                int revision =
                    deserializer.deserialize(record.topic(), record.value()).getRevision();
                (revision == 1 ? first : later).incrementAndGet();
              }
            });
    return new RevisionCounts(first.get(), later.get());
  }
}
