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

/** An ingest service at work, and what it used meanwhile. */
final class IngestBenchmarkRun {
  private static final String NAME = "ingest";
  private static final String GROUP = "imr-ingest";
  private static final Duration SAMPLE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final BenchmarkCluster stack;
  private final BenchmarkProgress progress;
  private final int port;
  private final ChildJvm service;

  /** Starts the service. */
  IngestBenchmarkRun(
      BenchmarkCluster stack, BenchmarkOptions options, int heapMib, BenchmarkProgress progress) {
    this.stack = stack;
    this.progress = progress;
    this.port = FreePorts.choose();
    Map<String, String> settings = options.kafkaSettings();
    settings.put(IngestSettings.STATE_DIRECTORY.key(), stack.folder().resolve(NAME).toString());
    settings.put(IngestSettings.HTTP_PORT.key(), Integer.toString(port));
    this.service =
        stack.service(NAME, IngestService.class, options.jvmFlags(NAME, heapMib), settings);
  }

  /** Something that the service is given to do. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** Its entrance, once that takes letters. */
  HttpLoadGenerator entrance(byte[] first) throws IOException {
    HttpLoadGenerator entrance = new HttpLoadGenerator(port);
    if (!entrance.isOpen(first)) {
      entrance.close();
      throw stack.failure(NAME);
    }
    return entrance;
  }

  /**
   * Looks at the service while it works, and shows how far it is.
   *
   * @param done of all that is to be done
   */
  IngestMeasurement measure(String what, long all, LongSupplier done, Work work)
      throws IOException, InterruptedException {
    IngestMeasurement watch = new IngestMeasurement(Instant.now());
    AtomicBoolean atWork = new AtomicBoolean(true);
    Thread watching =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  while (atWork.get()) {
                    watch.add(Instant.now(), done.getAsLong(), waiting(), usage());
                    progress.show(what, watch.done(), all);
                    LockSupport.parkNanos(SAMPLE.toNanos());
                  }
                });
    try {
      work.run();
    } finally {
      atWork.set(false);
      watching.join();
    }
    watch.add(Instant.now(), done.getAsLong(), waiting(), usage());
    progress.show(what, watch.done(), all);
    progress.end();
    return watch;
  }

  /** Processor time and memory of the service with its workers. */
  private ProcessUsage usage() {
    return ProcessHandle.of(service.pid()).stream()
        .flatMap(ProcessHandle::descendants)
        .map(worker -> ProcessUsage.of(worker.pid()))
        .reduce(ProcessUsage.of(service.pid()), ProcessUsage::plus);
  }

  /** Appends PDFs to the raw topic, all at once, and waits until they are read. */
  IngestMeasurement readPdfs(List<byte[]> documents, int count)
      throws IOException, InterruptedException {
    long before = read();
    return measure(
        "PDFs through ingest",
        count,
        () -> read() - before,
        () -> {
          append(documents, count);
          awaitRead(before + count);
        });
  }

  private void append(List<byte[]> documents, int count) {
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            new HashMap<>(stack.settings().kafka()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int index = 0; index < count; index++) {
        byte[] document = documents.get(index % documents.size());
        producer.send(new ProducerRecord<>(Topic.LETTERS_RAW.topicName(), document));
      }
    }
  }

  /** Waits until the service has read all that is on the raw topic. */
  void awaitAll() throws IOException {
    awaitRead(onRaw(ConsumerGroupProgress::records));
  }

  private void awaitRead(long records) throws IOException {
    Instant moved = Instant.now();
    for (long done = 0; done < records; LockSupport.parkNanos(SAMPLE.toNanos())) {
      long now = read();
      moved = now > done ? Instant.now() : moved;
      done = now;
      if (!service.isAlive() || Instant.now().isAfter(moved.plus(PATIENCE))) {
        throw stack.failure(NAME);
      }
    }
  }

  private long read() {
    return onRaw(raw -> raw.committed(GROUP));
  }

  private long waiting() {
    return onRaw(raw -> raw.records() - raw.committed(GROUP));
  }

  /** A figure of the raw topic. */
  private interface Figure {
    long of(ConsumerGroupProgress raw) throws InterruptedException;
  }

  private long onRaw(Figure figure) {
    try {
      return figure.of(ConsumerGroupProgress.startedOn(stack.admin(), Topic.LETTERS_RAW));
    } catch (InterruptedException e) {
      throw new IllegalStateException("nothing may interrupt a benchmark", e);
    }
  }
}
