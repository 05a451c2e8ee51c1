package org.openimr.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second instance of each service comes and goes while letters flow: two rebalances each. */
class SecondInstanceIT {
  private static final String REBALANCES = "kafka_consumer_coordinator_rebalance_total";
  private static final String PROCESSED = "kafka_stream_thread_process_total";

  @TempDir Path folder;
  private Brokers brokers;
  private Registry registry;
  private House house;

  @BeforeEach
  void start() throws Exception {
    registry = new Registry(folder.resolve("registry")).start();
    brokers = Brokers.start(folder, 1);
    house = new House(folder, brokers.bootstrapServers(), registry.url());
    house.createTopics();
    house.registerSchemas();
  }

  @AfterEach
  void close() {
    house.close();
    brokers.close();
    registry.close();
  }

  @Test
  void aSecondInstanceTakesItsShareAndGivesItBackUnderLoad() throws Exception {
    Part ingest = house.ingest(folder.resolve("ingest"));
    Part enrich = house.enrich(folder.resolve("enrich"));
    House.awaitReady(ingest, enrich);
    Published published = new Published(house.connection());
    double before = enrich.sum(REBALANCES);

    Letters letters = Letters.of(0, 1200);
    try (Sending sending = Sending.steadily(ingest, letters, 40)) {
      await().atMost(House.PATIENCE).until(() -> published.determinations() > 0);
      Part secondIngest = house.ingest(folder.resolve("ingest-2"), Map.of());
      Part secondEnrich = house.enrich(folder.resolve("enrich-2"));
      House.awaitReady(secondIngest, secondEnrich);
      await().atMost(House.PATIENCE).until(() -> secondEnrich.sum(PROCESSED) > 0);
      await().atMost(House.PATIENCE).until(() -> secondIngest.sum(PROCESSED) > 0);
      assertThat(sending.isDone()).isFalse();
      secondEnrich.stop();
      secondIngest.stop();
      assertThat(sending.isDone()).isFalse();
      sending.await();
      assertThat(sending.refused()).isEmpty();
    }

    published.awaitWhole(letters);
    House.awaitReady(ingest, enrich);
    assertThat(enrich.sum(REBALANCES)).isGreaterThan(before);
  }
}
