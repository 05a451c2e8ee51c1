package org.openimr.sink.monitor.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.openimr.schemas.event.DeadLetterReason;

/** Counts dead letters by code and stores the newest; reads only their headers. */
public final class DeadLetterCountProcessor implements Processor<byte[], byte[], Void, Void> {
  /** Code of the sum over all codes. */
  public static final String ALL = "*";

  private ProcessorContext<Void, Void> context;
  private KeyValueStore<String, Long> counts;
  private KeyValueStore<String, DeadLetterSummary> newest;

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.context = context;
    this.counts = context.getStateStore(StatisticsTopology.DEAD_LETTER_COUNTS);
    this.newest = context.getStateStore(StatisticsTopology.NEWEST_DEAD_LETTERS);
  }

  @Override
  public void process(Record<byte[], byte[]> dead) {
    String partition = Integer.toString(context.taskId().partition());
    DeadLetterSummary summary = summary(dead);
    add(partition + "|" + summary.code());
    long all = add(partition + "|" + ALL);
    newest.put(StatisticsTopology.slot(partition, all), summary);
  }

  private long add(String key) {
    Long before = counts.get(key);
    long now = before == null ? 1 : before + 1;
    counts.put(key, now);
    return now;
  }

  private static DeadLetterSummary summary(Record<byte[], byte[]> dead) {
    Headers headers = dead.headers();
    return new DeadLetterSummary(
        text(headers, DeadLetterReason.CODE),
        text(headers, DeadLetterReason.STAGE),
        text(headers, DeadLetterReason.FIELD),
        text(headers, DeadLetterReason.MESSAGE),
        text(headers, DeadLetterReason.TOPIC),
        text(headers, DeadLetterReason.PARTITION),
        text(headers, DeadLetterReason.OFFSET),
        DeadLetterReason.replayCount(headers),
        dead.timestamp());
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
  }
}
