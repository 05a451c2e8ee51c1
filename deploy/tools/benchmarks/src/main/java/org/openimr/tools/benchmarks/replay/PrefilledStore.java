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

/** Cases that enrich published in earlier years: written to its changelog before it starts. */
final class PrefilledStore {
  private static final long SEED = 7;
  private static final int MOST_ITEMS = 4;

  private final BenchmarkCluster stack;
  private final String changelog;
  private final AtomicLong filledCases = new AtomicLong();

  PrefilledStore(BenchmarkCluster stack, String application) {
    this.stack = stack;
    this.changelog = application + "-" + EnrichTopology.CASES + "-changelog";
  }

  /** Cases written so far. */
  long filledCases() {
    return filledCases.get();
  }

  /** Writes states of as many cases; done when the broker has them. */
  CompletableFuture<Void> fill(long cases) throws InterruptedException {
    stack.topics().createLike(changelog, Topic.DETERMINATIONS);
    return CompletableFuture.runAsync(() -> write(cases));
  }

  private void write(long cases) {
    Random random = new Random(SEED);
    try (Serializer<CaseState> states = CaseState.serde().serializer();
        BulkProducer sender = new BulkProducer(stack.settings())) {
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
    int items = 1 + random.nextInt(MOST_ITEMS);
    return new CaseState(1, items, System.currentTimeMillis(), random.nextLong(), fingerprint);
  }
}
