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
 * Which revisions the determinations of some cases are.
 *
 * @param first with revision 1
 * @param later with any other
 */
public record RevisionCounts(long first, long later) {

  /** Counts those of the cases that are asked for. */
  public static RevisionCounts read(Settings connection, Predicate<String> caseKeys) {
    Deserializer<Determination> decoding = EventSerdes.of(connection.registry()).deserializer();
    AtomicLong first = new AtomicLong();
    AtomicLong later = new AtomicLong();
    new VerificationTopicReader(connection.kafka())
        .scan(
            Topic.DETERMINATIONS.topicName(),
            record -> {
              if (caseKeys.test(new String(record.key(), UTF_8))) {
                int revision = decoding.deserialize(record.topic(), record.value()).getRevision();
                (revision == 1 ? first : later).incrementAndGet();
              }
            });
    return new RevisionCounts(first.get(), later.get());
  }
}
