package org.openimr.enrich.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.CumulativeCount;
import org.apache.kafka.common.metrics.stats.Value;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.openimr.enrich.guideline.CatalogueLoadMarker;
import org.openimr.enrich.guideline.GuidelineMapper;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.CatalogueValidator;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.topic.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the guidelines of the topic. When a load is complete and valid, the citations of the
 * letters from then on are resolved against it. The errors of an invalid load are logged, one per
 * entry, and the previous catalogue stays in use.
 *
 * <p>At startup Kafka Streams processes the whole topic before the first letter.
 */
final class GuidelinesProcessor implements Processor<String, byte[], Void, Void> {
  private static final Logger LOG = LoggerFactory.getLogger(GuidelinesProcessor.class);

  private final LetterInterpreter interpreter;
  private final Deserializer<org.openimr.event.Guideline> deserializer;
  private KeyValueStore<String, byte[]> store;
  private Sensor catalogueSensor;

  GuidelinesProcessor(EventSerdes serdes, LetterInterpreter interpreter) {
    this.deserializer = serdes.deserializer();
    this.interpreter = interpreter;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    store = context.getStateStore(EnrichTopology.GUIDELINES);
    catalogueSensor = context.metrics().addSensor("catalogue", Sensor.RecordingLevel.INFO);
    catalogueSensor.add(
        metric("catalogue-entries", "number of entries of the catalogue in use"), new Value());
    catalogueSensor.add(
        metric("catalogue-version", "number of catalogues activated since the start"),
        new CumulativeCount());
  }

  private static MetricName metric(String name, String description) {
    return new MetricName(name, "imr-enrich", description, Map.of());
  }

  @Override
  public void process(Record<String, byte[]> guideline) {
    if (guideline.value() == null) {
      store.delete(guideline.key());
    } else {
      store.put(guideline.key(), guideline.value());
    }
    CatalogueLoadMarker.entryCount(guideline.headers()).ifPresent(this::activate);
  }

  private void activate(int expected) {
    List<Guideline> entries = entries();
    if (entries.isEmpty() || entries.size() != expected) {
      return;
    }
    List<CatalogueValidator.CatalogueError> errors = CatalogueValidator.validate(entries);
    if (!errors.isEmpty()) {
      errors.forEach(e -> LOG.error("rejected guideline {}: {}", e.guidelineId(), e.reason()));
      return;
    }
    interpreter.useCatalogue(Catalogue.of(entries));
    catalogueSensor.record(entries.size());
    LOG.info("activated a catalogue of {} guidelines", entries.size());
  }

  private List<Guideline> entries() {
    List<Guideline> entries = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      while (all.hasNext()) {
        var entry = all.next();
        decode(entry.key, entry.value).ifPresent(entries::add);
      }
    }
    return entries;
  }

  private Optional<Guideline> decode(String id, byte[] value) {
    try {
      return Optional.of(
          GuidelineMapper.fromEvent(deserializer.deserialize(Topic.GUIDELINES.topicName(), value)));
    } catch (SerializationException | IllegalArgumentException | ClassCastException e) {
      LOG.error("rejected guideline {}: it can't be decoded", id);
      return Optional.empty();
    }
  }
}
