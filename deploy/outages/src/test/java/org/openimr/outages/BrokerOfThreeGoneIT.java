package org.openimr.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of three brokers is killed, and comes back. */
class BrokerOfThreeGoneIT {
  @TempDir Path folder;
  private final Log log = Log.watch();
  private Brokers brokers;
  private Registry registry;
  private House house;

  @BeforeEach
  void start() throws Exception {
    registry = new Registry(folder.resolve("registry")).start();
    brokers = Brokers.start(folder, 3);
    house = new House(folder, brokers.bootstrapServers(), registry.url());
    house.createTopics();
    house.registerSchemas();
  }

  @AfterEach
  void close() {
    house.close();
    brokers.close();
    registry.close();
    log.close();
  }

  @Test
  void lettersFlowOnWhileOneOfThreeBrokersIsGone() throws Exception {
    Part ingest = house.ingest(folder.resolve("ingest"));
    Part enrich = house.enrich(folder.resolve("enrich"));
    House.awaitReady(ingest, enrich);
    Published published = new Published(house.connection());

    try (Sending letters = Sending.steadily(ingest, Letters.of(0, 200), 20)) {
      await().atMost(House.PATIENCE).until(() -> published.determinations() > 0);
      brokers.kill(2);
      for (Part part : List.of(ingest, enrich)) {
        await(part.toString())
            .atMost(House.PATIENCE)
            .until(() -> part.check("broker").matches("DEGRADED .* partitions lack a replica"));
        await(part.toString()).atMost(House.PATIENCE).until(() -> part.ready().statusCode() == 200);
        await(part.toString())
            .atMost(House.PATIENCE)
            .until(() -> part.metrics().contains("imr_health{check=\"broker\"} 0.5"));
      }
      letters.await();
    }

    published.awaitWhole(Letters.of(0, 200));
    brokers.startAgain(2);
    await().atMost(House.PATIENCE).until(() -> ingest.check("broker").equals("UP"));
    await().atMost(House.PATIENCE).until(() -> enrich.check("broker").equals("UP"));
    try (Sending more = Sending.of(ingest, Letters.of(200, 220))) {
      more.await();
    }
    published.awaitWhole(Letters.of(0, 220));
    assertThat(log.lines())
        .anyMatch(
            line -> line.matches("WARN ingest: broker is degraded: .* partitions lack a replica"));
  }
}
