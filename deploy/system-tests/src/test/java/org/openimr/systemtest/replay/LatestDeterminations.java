package org.openimr.systemtest.replay;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.openimr.event.Determination;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.standalone.broker.CommittedRecordReader;

/** What a consumer of the determinations that keeps the newest of each case has. */
final class LatestDeterminations {
  private LatestDeterminations() {}

  /** Revision and number of items, by case key. */
  static Map<String, String> read(Settings settings) {
    Deserializer<Determination> events = EventSerdes.of(settings.registry()).deserializer();
    Map<String, String> newest = new TreeMap<>();
    for (ConsumerRecord<String, Determination> event :
        CommittedRecordReader.readAll(settings, Topic.DETERMINATIONS, events)) {
      Determination determination = event.value();
      newest.put(
          event.key(),
          "revision %d, %d items"
              .formatted(determination.getRevision(), determination.getDecisions().size()));
    }
    return newest;
  }
}
