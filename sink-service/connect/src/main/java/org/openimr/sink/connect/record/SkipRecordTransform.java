package org.openimr.sink.connect.record;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * The first transformation of each connector: drops the records that an operator has skipped, and
 * fails with the position of a record that is not an event or has a time that no sink can hold.
 * Offsets do not change, so that no record before or after a skipped one is lost.
 */
public final class SkipRecordTransform implements Transformation<SinkRecord> {
  static final String NAME = "guard";
  static final String SKIPPED = "transforms." + NAME + ".skipped";

  private static final String OPTION = "skipped";
  private static final ConfigDef OPTIONS =
      new ConfigDef()
          .define(
              OPTION,
              ConfigDef.Type.STRING,
              "",
              ConfigDef.Importance.LOW,
              "positions of records to skip, topic/partition/offset, comma-separated");

  private Set<String> skipped = Set.of();

  @Override
  @SuppressWarnings(
      "ReferenceEquality") // the converter sets this very instance; no deep comparison
  public @Nullable SinkRecord apply(SinkRecord record) {
    if (!skipped.isEmpty() && skipped.contains(RecordPosition.of(record).toString())) {
      return null;
    }
    if (record.valueSchema() == EventConverter.UNDECODABLE) {
      throw new DataException("not an event of its topic, at " + RecordPosition.of(record));
    }
    RecordTimeBounds.violation(record)
        .ifPresent(
            time -> {
              throw new DataException(time + " is out of bounds, at " + RecordPosition.of(record));
            });
    return record;
  }

  @Override
  public ConfigDef config() {
    return OPTIONS;
  }

  @Override
  public void configure(Map<String, ?> configuration) {
    skipped = configuration.get(OPTION) instanceof String list ? positions(list) : Set.of();
  }

  @Override
  public void close() {}

  /** Adds this transformation to a configuration, with the records that were skipped before. */
  public static Map<String, String> prependTo(
      Map<String, String> configuration, Map<String, String> before) {
    Map<String, String> guarded = new TreeMap<>(configuration);
    String transforms = configuration.getOrDefault("transforms", "");
    guarded.put("transforms", transforms.isEmpty() ? NAME : NAME + "," + transforms);
    guarded.put("transforms." + NAME + ".type", SkipRecordTransform.class.getName());
    String skipped = before.getOrDefault(SKIPPED, "");
    if (!skipped.isEmpty()) {
      guarded.put(SKIPPED, skipped);
    }
    return guarded;
  }

  /** Adds a record to skip to a configuration that has this transformation. */
  public static Map<String, String> withSkipped(
      Map<String, String> guarded, RecordPosition position) {
    Set<String> positions = new TreeSet<>(positions(guarded.getOrDefault(SKIPPED, "")));
    positions.add(position.toString());
    Map<String, String> skipping = new TreeMap<>(guarded);
    skipping.put(SKIPPED, String.join(",", positions));
    return skipping;
  }

  private static Set<String> positions(String list) {
    return Arrays.stream(list.split(","))
        .map(String::trim)
        .filter(position -> !position.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
