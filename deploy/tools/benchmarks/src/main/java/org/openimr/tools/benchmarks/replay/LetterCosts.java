package org.openimr.tools.benchmarks.replay;

import static org.openimr.tools.benchmarks.report.BenchmarkReport.format;
import static org.openimr.tools.benchmarks.report.BenchmarkReport.formatMib;

import org.openimr.schemas.topic.Topic;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.LettersTopicLoader;
import org.openimr.tools.benchmarks.report.BenchmarkReport;

/**
 * Costs of a letter, for capacity planning.
 *
 * @param enrich CPU time of enrich in seconds per million letters, without the start
 * @param broker CPU time of the broker in seconds per million letters
 * @param text bytes of the text on the broker
 * @param events bytes of the events on the broker
 * @param changelogs bytes of the case state on the broker
 * @param store bytes of the case state on the disk of enrich
 */
record LetterCosts(
    double enrich, double broker, double text, double events, double changelogs, double store) {
  private static final double MILLION = 1e6;
  private static final double GB = 1e9;
  private static final double MB = 1e6;

  /** Ten times all published letters, in millions. */
  private static final double TEN_HISTORIES_MILLIONS = 17;

  private static final double TARGET_SECONDS = 360;

  /**
   * Measures the broker after a run.
   *
   * @param letters number of letters read
   * @param cases number of cases in the store
   */
  static LetterCosts of(BenchmarkCluster cluster, ReplayResult run, long letters, long cases)
      throws InterruptedException {
    return new LetterCosts(
        run.steadyState().processorMicros(),
        run.steadyState().brokerMicros(),
        cluster.topics().sizeInBytes(Topic.LETTERS.topicName()::equals) / (double) letters,
        cluster.topics().sizeInBytes(LettersTopicLoader::isEvents) / (double) letters,
        cluster.topics().sizeInBytes(topic -> topic.endsWith("-changelog")) / (double) cases,
        run.stateBytes() / (double) cases);
  }

  /** Adds a table per million letters, and for ten times all published letters in six minutes. */
  void describe(BenchmarkReport report, ReplayResult run) {
    report.table("cost", "per million letters", "17 million (ten times all published letters)");
    add(report, "CPU time of enrich", enrich, "%,.0f s");
    add(report, "CPU time of the broker", broker, "%,.0f s");
    add(report, "on the broker, one replica: text", text * MILLION / GB, "%,.2f GB");
    add(report, "on the broker, one replica: events", events * MILLION / GB, "%,.2f GB");
    add(report, "on the broker, one replica: changelogs", changelogs * MILLION / MB, "%,.0f MB");
    add(report, "stores on disk, over all instances", store * MILLION / MB, "%,.0f MB");
    report
        .addRow(
            "processors of this kind, to finish in six minutes",
            format("%.1f", (enrich + broker) / TARGET_SECONDS),
            format("%.1f", TEN_HISTORIES_MILLIONS * (enrich + broker) / TARGET_SECONDS))
        .addRow(
            "peak resident memory per enrich instance",
            formatMib(run.peakBytes()),
            formatMib(run.peakBytes()))
        .addRow(
            "peak resident memory per broker",
            formatMib(run.brokerPeakBytes()),
            formatMib(run.brokerPeakBytes()));
  }

  private static void add(BenchmarkReport report, String name, double perMillion, String format) {
    report.addRow(
        name, format(format, perMillion), format(format, TEN_HISTORIES_MILLIONS * perMillion));
  }
}
