package org.openimr.sink.monitor.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.openimr.schemas.DeadLetter;

/** Counts dead letters by code and keeps the newest; reads their headers only. */
final class DeadLetterCounter implements Processor<byte[], byte[], Void, Void> {
  /** Stands for all codes together. */
  static final String ALL = "*";

  private static final String NAME = "source-name";

  private ProcessorContext<Void, Void> context;
  private KeyValueStore<String, Long> counts;
  private KeyValueStore<String, DeadLetterRow> newest;

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.context = context;
    this.counts = context.getStateStore(StatisticsTopology.DEAD_LETTER_COUNTS);
    this.newest = context.getStateStore(StatisticsTopology.NEWEST_DEAD_LETTERS);
  }

  @Override
  public void process(Record<byte[], byte[]> dead) {
    String partition = Integer.toString(context.taskId().partition());
    DeadLetterRow row = row(dead);
    add(partition + "|" + row.code());
    long all = add(partition + "|" + ALL);
    newest.put(StatisticsTopology.slot(partition, all), row);
  }

  private long add(String key) {
    Long before = counts.get(key);
    long now = before == null ? 1 : before + 1;
    counts.put(key, now);
    return now;
  }

  private static DeadLetterRow row(Record<byte[], byte[]> dead) {
    Headers headers = dead.headers();
    return new DeadLetterRow(
        text(headers, DeadLetter.CODE),
        text(headers, DeadLetter.STAGE),
        text(headers, DeadLetter.FIELD),
        text(headers, DeadLetter.MESSAGE),
        text(headers, DeadLetter.TOPIC),
        text(headers, DeadLetter.PARTITION),
        text(headers, DeadLetter.OFFSET),
        text(headers, NAME),
        DeadLetter.replays(headers),
        dead.timestamp());
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }
}
