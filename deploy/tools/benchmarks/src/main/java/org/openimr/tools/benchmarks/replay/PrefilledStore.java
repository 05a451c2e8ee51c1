package org.openimr.tools.benchmarks.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.openimr.enrich.topology.CaseState;
import org.openimr.enrich.topology.DeterminationFingerprint;
import org.openimr.enrich.topology.EnrichTopology;
import org.openimr.schemas.topic.Topic;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.BulkProducer;

/** Fills the case store of enrich with earlier cases, by writing its changelog before the start. */
final class PrefilledStore {
  private static final long SEED = 7;
  private static final int MAX_ITEMS = 4;

  private final BenchmarkCluster cluster;
  private final String changelog;
  private final AtomicLong filledCases = new AtomicLong();

  PrefilledStore(BenchmarkCluster cluster, String application) {
    this.cluster = cluster;
    this.changelog = application + "-" + EnrichTopology.CASES + "-changelog";
  }

  /** Number of cases written. */
  long filledCases() {
    return filledCases.get();
  }

  /** Writes a number of cases; the future completes when all are acknowledged. */
  CompletableFuture<Void> fill(long cases) throws InterruptedException {
    cluster.topics().createLike(changelog, Topic.DETERMINATIONS);
    return CompletableFuture.runAsync(() -> write(cases));
  }

  private void write(long cases) {
    Random random = new Random(SEED);
    try (Serializer<CaseState> states = CaseState.serde().serializer();
        BulkProducer sender = new BulkProducer(cluster.settings())) {
      for (long i = 0; i < cases; i++) {
        byte[] key = "CM%02d-9%06d".formatted(10 + i % 15, i).getBytes(UTF_8);
        sender.send(
            new ProducerRecord<>(changelog, key, states.serialize(changelog, state(random))));
        filledCases.incrementAndGet();
      }
    }
  }

  private static CaseState state(Random random) {
    byte[] fingerprint = new byte[DeterminationFingerprint.BYTES];
    random.nextBytes(fingerprint);
    int items = 1 + random.nextInt(MAX_ITEMS);
    return new CaseState(
        1,
        items,
        System.currentTimeMillis(),
        random.nextLong(),
        CaseState.NO_DAY,
        CaseState.NO_DAY,
        fingerprint);
  }
}
