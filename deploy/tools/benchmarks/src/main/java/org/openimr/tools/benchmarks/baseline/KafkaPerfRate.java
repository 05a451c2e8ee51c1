package org.openimr.tools.benchmarks.baseline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rate measured by a tool of Kafka.
 *
 * @param records records per second
 * @param megabytes megabytes (10^6 bytes) per second before compression
 */
public record KafkaPerfRate(double records, double megabytes) {
  private static final double MB_PER_MIB = 1024 * 1024 / 1e6;

  /** The summary of the producer; the last one excludes the warm-up. */
  private static final Pattern PRODUCER_SUMMARY =
      Pattern.compile("records sent, ([0-9.]+) records/sec \\(([0-9.]+) MB/sec\\)");

  /** Columns in the last line of the consumer, without the time to join the group. */
  private static final int MIB_COLUMN = 8;

  private static final int RECORDS_COLUMN = 9;

  /** Parses the output of {@code kafka-producer-perf-test}. */
  static Optional<KafkaPerfRate> parseProducerOutput(List<String> lines) {
    return lines.reversed().stream()
        .map(PRODUCER_SUMMARY::matcher)
        .filter(Matcher::find)
        .findFirst()
        .map(found -> of(found.group(1), found.group(2)));
  }

  /** Parses the output of {@code kafka-consumer-perf-test}. */
  static Optional<KafkaPerfRate> parseConsumerOutput(List<String> lines) {
    return lines.reversed().stream()
        .map(line -> line.split(", *"))
        .filter(columns -> columns.length > RECORDS_COLUMN)
        .findFirst()
        .map(columns -> of(columns[RECORDS_COLUMN], columns[MIB_COLUMN]));
  }

  private static KafkaPerfRate of(String records, String mebibytes) {
    return new KafkaPerfRate(
        Double.parseDouble(records), Double.parseDouble(mebibytes) * MB_PER_MIB);
  }

  /** Formats the rate for a table cell. */
  public String describe(String unit) {
    return String.format(Locale.ROOT, "%,.0f %s/s, %,.0f MB/s", records, unit, megabytes);
  }
}
