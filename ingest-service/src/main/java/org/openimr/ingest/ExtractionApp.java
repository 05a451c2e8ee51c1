package org.openimr.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Properties;
import org.openimr.ingest.extract.Limits;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.topology.IngestMetrics;
import org.openimr.ingest.topology.IngestStreams;
import org.openimr.ingest.topology.IngestTopology;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Refusals;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import org.openimr.service.StreamsRunner;
import org.openimr.service.trace.Tracing;

/** The running Streams app with its PDF workers. */
record ExtractionApp(TextExtractor extractor, StreamsRunner streams) implements AutoCloseable {

  static ExtractionApp start(Settings settings, MeterRegistry metrics, Tracing tracing) {
    int threads = (int) settings.number(IngestSettings.THREADS);
    Limits limits = IngestSettings.limits(settings);
    TextExtractor extractor = TextExtractor.isolated(limits, threads);
    Refusals refusals = new Refusals();
    Properties properties =
        IngestStreams.settings(
            settings, IngestSettings.state(settings), threads, limits.time(), refusals);
    tracing.addTo(properties);
    StreamsRunner streams =
        StreamsRunner.of(
            IngestTopology.of(
                extractor,
                EventSerdes.of(settings.registry()).serializer(),
                Topic.MAX_RECORD_BYTES,
                new IngestMetrics(metrics),
                refusals,
                tracing),
            properties,
            metrics);
    return new ExtractionApp(extractor, streams.start());
  }

  @Override
  public void close() {
    streams.close();
    extractor.close();
  }
}
