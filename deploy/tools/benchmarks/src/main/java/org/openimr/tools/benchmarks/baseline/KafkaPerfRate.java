package org.openimr.tools.benchmarks.baseline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tool of Kafka's measured.
 *
 * @param records a second
 * @param megabytes a second, a million bytes each, before compression
 */
public record KafkaPerfRate(double records, double megabytes) {
  private static final double MB_OF_MIB = 1024 * 1024 / 1e6;

  /** What the producer says at its end: last, if there is such a line, without its warm-up. */
  private static final Pattern SENT =
      Pattern.compile("records sent, ([0-9.]+) records/sec \\(([0-9.]+) MB/sec\\)");

  /** Columns of the consumer's last line: without the time that joining its group takes. */
  private static final int FETCHED_MIB = 8;

  private static final int FETCHED_RECORDS = 9;

  /** From the output of {@code kafka-producer-perf-test}. */
  static Optional<KafkaPerfRate> parseProducerOutput(List<String> lines) {
    return lines.reversed().stream()
        .map(SENT::matcher)
        .filter(Matcher::find)
        .findFirst()
        .map(found -> of(found.group(1), found.group(2)));
  }

  /** From the output of {@code kafka-consumer-perf-test}. */
  static Optional<KafkaPerfRate> parseConsumerOutput(List<String> lines) {
    return lines.reversed().stream()
        .map(line -> line.split(", *"))
        .filter(columns -> columns.length > FETCHED_RECORDS)
        .findFirst()
        .map(columns -> of(columns[FETCHED_RECORDS], columns[FETCHED_MIB]));
  }

  private static KafkaPerfRate of(String records, String mebibytes) {
    return new KafkaPerfRate(
        Double.parseDouble(records), Double.parseDouble(mebibytes) * MB_OF_MIB);
  }

  /** In one cell of a table. */
  public String describe(String what) {
    return String.format(Locale.ROOT, "%,.0f %s/s, %,.0f MB/s", records, what, megabytes);
  }
}
