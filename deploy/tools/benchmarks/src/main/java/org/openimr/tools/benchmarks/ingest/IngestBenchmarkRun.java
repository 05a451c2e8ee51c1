package org.openimr.tools.benchmarks.ingest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.ingest.IngestService;
import org.openimr.ingest.IngestSettings;
import org.openimr.schemas.topic.Topic;
import org.openimr.standalone.process.ChildJvm;
import org.openimr.standalone.process.FreePorts;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.BenchmarkOptions;
import org.openimr.tools.benchmarks.cluster.BenchmarkProgress;
import org.openimr.tools.benchmarks.cluster.ConsumerGroupProgress;
import org.openimr.tools.benchmarks.cluster.ProcessUsage;

/** Runs an ingest service and measures it under load. */
final class IngestBenchmarkRun {
  private static final String NAME = "ingest";
  private static final String GROUP = "imr-ingest";
  private static final Duration SAMPLE_INTERVAL = Duration.ofMillis(500);
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final BenchmarkCluster cluster;
  private final BenchmarkProgress progress;
  private final int port;
  private final ChildJvm service;

  /** Starts the service. */
  IngestBenchmarkRun(
      BenchmarkCluster cluster, BenchmarkOptions options, int heapMib, BenchmarkProgress progress) {
    this.cluster = cluster;
    this.progress = progress;
    this.port = FreePorts.choose();
    Map<String, String> settings = options.kafkaSettings();
    settings.put(IngestSettings.STATE_DIRECTORY.key(), cluster.folder().resolve(NAME).toString());
    settings.put(IngestSettings.HTTP_PORT.key(), Integer.toString(port));
    this.service =
        cluster.service(NAME, IngestService.class, options.jvmFlags(NAME, heapMib), settings);
  }

  /** Load on the service. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** Waits until the HTTP API accepts letters. */
  HttpLoadGenerator startLoad(byte[] first) throws IOException {
    HttpLoadGenerator client = new HttpLoadGenerator(port);
    if (!client.isOpen(first)) {
      client.close();
      throw cluster.failure(NAME);
    }
    return client;
  }

  /**
   * Measures the service under load and shows the progress.
   *
   * @param all total amount of work
   * @param done supplies the amount of finished work
   */
  IngestMeasurement measure(String step, long all, LongSupplier done, Work work)
      throws IOException, InterruptedException {
    IngestMeasurement measurement = new IngestMeasurement(Instant.now());
    AtomicBoolean isRunning = new AtomicBoolean(true);
    Thread sampler =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  while (isRunning.get()) {
                    measurement.add(Instant.now(), done.getAsLong(), pending(), usage());
                    progress.show(step, measurement.done(), all);
                    LockSupport.parkNanos(SAMPLE_INTERVAL.toNanos());
                  }
                });
    try {
      work.run();
    } finally {
      isRunning.set(false);
      sampler.join();
    }
    measurement.add(Instant.now(), done.getAsLong(), pending(), usage());
    progress.show(step, measurement.done(), all);
    progress.end();
    return measurement;
  }

  /** CPU time and memory of the service and its workers. */
  private ProcessUsage usage() {
    return ProcessHandle.of(service.pid()).stream()
        .flatMap(ProcessHandle::descendants)
        .map(worker -> ProcessUsage.of(worker.pid()))
        .reduce(ProcessUsage.of(service.pid()), ProcessUsage::plus);
  }

  /** Appends PDFs to the raw topic and waits until they are processed. */
  IngestMeasurement processPdfs(List<byte[]> documents, int count)
      throws IOException, InterruptedException {
    long before = processed();
    return measure(
        "PDFs through ingest",
        count,
        () -> processed() - before,
        () -> {
          append(documents, count);
          awaitProcessed(before + count);
        });
  }

  private void append(List<byte[]> documents, int count) {
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            new HashMap<>(cluster.settings().kafka()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int index = 0; index < count; index++) {
        byte[] document = documents.get(index % documents.size());
        // Awaiting the processed letters detects a failure.
        var unused = producer.send(new ProducerRecord<>(Topic.LETTERS_RAW.topicName(), document));
      }
    }
  }

  /** Waits until the service has processed the whole raw topic. */
  void awaitAll() throws IOException {
    awaitProcessed(onRaw(ConsumerGroupProgress::records));
  }

  private void awaitProcessed(long records) throws IOException {
    Instant lastProgress = Instant.now();
    for (long done = 0; done < records; LockSupport.parkNanos(SAMPLE_INTERVAL.toNanos())) {
      long current = processed();
      lastProgress = current > done ? Instant.now() : lastProgress;
      done = current;
      if (!service.isAlive() || Instant.now().isAfter(lastProgress.plus(TIMEOUT))) {
        throw cluster.failure(NAME);
      }
    }
  }

  private long processed() {
    return onRaw(raw -> raw.committed(GROUP));
  }

  private long pending() {
    return onRaw(raw -> raw.records() - raw.committed(GROUP));
  }

  /** A measure of the raw topic. */
  private interface RawTopicMeasure {
    long of(ConsumerGroupProgress raw) throws InterruptedException;
  }

  private long onRaw(RawTopicMeasure measure) {
    try {
      return measure.of(ConsumerGroupProgress.startedOn(cluster.admin(), Topic.LETTERS_RAW));
    } catch (InterruptedException e) {
      throw new IllegalStateException("the benchmark was interrupted", e);
    }
  }
}
