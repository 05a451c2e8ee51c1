package org.openimr.benchmarks.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.openimr.enrich.topology.CaseState;
import org.openimr.enrich.topology.EnrichTopology;
import org.openimr.enrich.topology.Fingerprint;
import org.openimr.schemas.Topic;

/** Cases that enrich published in earlier years: written to its changelog before it starts. */
final class FilledStore {
  private static final long SEED = 7;
  private static final int MOST_ITEMS = 4;

  private final Stack stack;
  private final String changelog;
  private final AtomicLong filled = new AtomicLong();

  FilledStore(Stack stack, String application) {
    this.stack = stack;
    this.changelog = application + "-" + EnrichTopology.CASES + "-changelog";
  }

  /** Cases written so far. */
  long filled() {
    return filled.get();
  }

  /** Writes states of as many cases; done when the broker has them. */
  CompletableFuture<Void> fill(long cases) throws InterruptedException {
    stack.topics().createLike(changelog, Topic.DETERMINATIONS);
    return CompletableFuture.runAsync(() -> write(cases));
  }

  private void write(long cases) {
    Random random = new Random(SEED);
    try (Serializer<CaseState> states = CaseState.serde().serializer();
        BulkSender sender = new BulkSender(stack.settings())) {
      for (long i = 0; i < cases; i++) {
        byte[] key = "CM%02d-9%06d".formatted(10 + i % 15, i).getBytes(UTF_8);
        sender.send(
            new ProducerRecord<>(changelog, key, states.serialize(changelog, state(random))));
        filled.incrementAndGet();
      }
    }
  }

  private static CaseState state(Random random) {
    byte[] fingerprint = new byte[Fingerprint.BYTES];
    random.nextBytes(fingerprint);
    int items = 1 + random.nextInt(MOST_ITEMS);
    return new CaseState(1, items, System.currentTimeMillis(), random.nextLong(), fingerprint);
  }
}
