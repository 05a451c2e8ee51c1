package org.openimr.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.schemas.Topic;

/** The registry is not there at the start, and goes while letters flow. */
class RegistryGoneIT {
  @TempDir Path folder;
  private final Log log = Log.watch();
  private Brokers brokers;
  private Registry registry;
  private House house;
  private Part ingest;
  private Part enrich;
  private Published published;

  @BeforeEach
  void startWithoutARegistry() throws Exception {
    brokers = Brokers.start(folder, 1);
    registry = new Registry(folder.resolve("registry"));
    house = new House(folder, brokers.bootstrapServers(), registry.url());
    house.createTopics();
    ingest = house.ingest(folder.resolve("ingest"));
    enrich = house.enrich(folder.resolve("enrich"));
    published = new Published(house.connection());
  }

  @AfterEach
  void close() {
    house.close();
    brokers.close();
    registry.close();
    log.close();
  }

  @Test
  void lettersWaitForARegistryAndFlowOnWithoutTheOneTheyKnew() throws Exception {
    Letters first = Letters.of(0, 30);
    accept(first);
    for (Part part : List.of(ingest, enrich)) {
      await(part.toString())
          .atMost(House.PATIENCE)
          .until(() -> part.check("registry").equals("DOWN registry not reachable"));
      assertThat(part.ready().statusCode()).isEqualTo(503);
      assertThat(part.metrics()).contains("imr_health{check=\"registry\"} 0.0");
    }
    await()
        .atMost(House.PATIENCE)
        .until(() -> ingest.check("streams").startsWith("DOWN a stream thread failed"));
    assertThat(ingest.metrics()).doesNotContain("imr_streams_threads_replaced_total 0.0");
    assertThat(log.lines())
        .contains("WARN ingest: registry is down: registry not reachable")
        .anyMatch(
            line ->
                line.matches(
                    "ERROR a stream thread failed and is replaced: .*java.net.ConnectException"));

    registry.start();
    house.registerSchemas();
    House.awaitReady(ingest, enrich);
    published.awaitWhole(first);

    registry.stop();
    for (Part part : List.of(ingest, enrich)) {
      await(part.toString())
          .atMost(House.PATIENCE)
          .until(
              () ->
                  part.check("registry")
                      .equals("DEGRADED registry not reachable; schemas known so far still serve"));
      assertThat(part.ready().statusCode()).isEqualTo(200);
      assertThat(part.metrics()).contains("imr_health{check=\"registry\"} 0.5");
    }
    accept(Letters.of(30, 60));
    await().atMost(House.PATIENCE).until(() -> allArePublished());

    registry.start();
    await().atMost(House.PATIENCE).until(() -> ingest.check("registry").equals("UP"));
    published.awaitWhole(Letters.of(0, 60));
  }

  /** Without a registry no event can be decoded here, but they can be counted. */
  private boolean allArePublished() {
    return published.count(Topic.DETERMINATIONS) == 60;
  }

  private void accept(Letters letters) {
    try (Sending sending = Sending.of(ingest, letters)) {
      assertThat(sending.await()).isEmpty();
    }
  }
}
