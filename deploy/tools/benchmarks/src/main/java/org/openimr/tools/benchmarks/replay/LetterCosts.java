package org.openimr.tools.benchmarks.replay;

import static org.openimr.tools.benchmarks.report.BenchmarkReport.format;
import static org.openimr.tools.benchmarks.report.BenchmarkReport.formatMib;

import org.openimr.schemas.topic.Topic;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.LettersTopicLoader;
import org.openimr.tools.benchmarks.report.BenchmarkReport;

/**
 * What a letter takes, so that a cluster can be planned on paper.
 *
 * @param enrich seconds of processor time of enrich a million letters, start left out
 * @param broker the same of the broker
 * @param text bytes on the broker of a letter's text
 * @param events bytes on the broker of its events
 * @param changelogs bytes on the broker of what enrich remembers of its case
 * @param store bytes on the disk of enrich of the same
 */
record LetterCosts(
    double enrich, double broker, double text, double events, double changelogs, double store) {
  private static final double MILLION = 1e6;
  private static final double GB = 1e9;
  private static final double MB = 1e6;

  /** Ten times all letters there are. */
  private static final double TEN_HISTORIES = 17;

  private static final double SECONDS = 360;

  /**
   * Reads off what is on the broker after a run.
   *
   * @param letters that were read
   * @param cases that the store knows of, those from before included
   */
  static LetterCosts of(BenchmarkCluster stack, ReplayResult run, long letters, long cases)
      throws InterruptedException {
    return new LetterCosts(
        run.steadyState().processorMicros(),
        run.steadyState().brokerMicros(),
        stack.topics().sizeInBytes(Topic.LETTERS.topicName()::equals) / (double) letters,
        stack.topics().sizeInBytes(LettersTopicLoader::isEvents) / (double) letters,
        stack.topics().sizeInBytes(topic -> topic.endsWith("-changelog")) / (double) cases,
        run.stateBytes() / (double) cases);
  }

  /** A table of them, and of ten times the history read in six minutes. */
  void describe(BenchmarkReport measured, ReplayResult run) {
    measured.table("cost", "a million letters", "17 million (ten times the history)");
    add(measured, "processor time of enrich", enrich, "%,.0f s");
    add(measured, "processor time of the broker", broker, "%,.0f s");
    add(measured, "on the broker, one replica: text", text * MILLION / GB, "%,.2f GB");
    add(measured, "on the broker, one replica: events", events * MILLION / GB, "%,.2f GB");
    add(measured, "on the broker, one replica: changelogs", changelogs * MILLION / MB, "%,.0f MB");
    add(measured, "stores on disk, over all instances", store * MILLION / MB, "%,.0f MB");
    measured
        .addRow(
            "processors like these, if read in six minutes",
            format("%.1f", (enrich + broker) / SECONDS),
            format("%.1f", TEN_HISTORIES * (enrich + broker) / SECONDS))
        .addRow(
            "resident memory of each enrich, most",
            formatMib(run.peakBytes()),
            formatMib(run.peakBytes()))
        .addRow(
            "resident memory of each broker, most",
            formatMib(run.brokerPeakBytes()),
            formatMib(run.brokerPeakBytes()));
  }

  private static void add(BenchmarkReport measured, String what, double million, String format) {
    measured.addRow(what, format(format, million), format(format, TEN_HISTORIES * million));
  }
}
