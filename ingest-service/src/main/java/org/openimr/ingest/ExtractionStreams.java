package org.openimr.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Properties;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.topology.IngestMetrics;
import org.openimr.ingest.topology.IngestStreamsConfig;
import org.openimr.ingest.topology.IngestTopology;
import org.openimr.runtime.streams.LedgerRows;
import org.openimr.runtime.streams.StreamsRunner;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.ledger.IntakeLedger;
import org.openimr.schemas.settings.Settings;

/** The running Streams application and its PDF workers. */
record ExtractionStreams(TextExtractor extractor, StreamsRunner streams) implements AutoCloseable {

  static ExtractionStreams start(Settings settings, MeterRegistry metrics, Tracing tracing) {
    int threads = settings.intNumber(IngestSettings.THREADS);
    ExtractionLimits limits = IngestSettings.extractionLimits(settings);
    TextExtractor extractor = TextExtractor.isolated(limits, threads);
    RejectedRecords rejectedRecords = new RejectedRecords();
    Properties properties =
        IngestStreamsConfig.properties(
            settings,
            IngestSettings.stateDirectory(settings),
            threads,
            limits.maxTime(),
            rejectedRecords);
    tracing.addTo(properties);
    StreamsRunner streams =
        StreamsRunner.of(
            IngestTopology.of(
                extractor,
                EventSerdes.of(settings.registry()).serializer(),
                IngestSettings.letterLimits(settings),
                new IngestMetrics(metrics),
                rejectedRecords,
                tracing),
            properties,
            metrics);
    return new ExtractionStreams(extractor, streams.start());
  }

  long additionalLetters() {
    return LedgerRows.<IntakeLedger>of(streams.streams(), IntakeLedger.STORE).stream()
        .mapToLong(IntakeLedger::additionalLetters)
        .sum();
  }

  @Override
  public void close() {
    streams.close();
    extractor.close();
  }
}
