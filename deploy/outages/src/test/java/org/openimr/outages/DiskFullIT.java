package org.openimr.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.generate.GeneratedLetter;
import org.openimr.schemas.Topic;

/** The disk of the services is full, and the disk of the broker. */
class DiskFullIT {
  @TempDir Path folder;
  private final Log log = Log.watch();
  private SmallDisk journal;
  private SmallDisk stores;
  private SmallDisk broker;
  private Brokers brokers;
  private Registry registry;
  private House house;
  private Published published;

  @BeforeEach
  void start() throws Exception {
    journal = SmallDisk.mount(folder.resolve("journal"), 16);
    stores = SmallDisk.mount(folder.resolve("stores"), 256);
    broker = SmallDisk.mount(folder.resolve("broker"), 256);
    registry = new Registry(folder.resolve("registry")).start();
    brokers = Brokers.start(broker.folder(), 1);
    house = new House(folder, brokers.bootstrapServers(), registry.url());
    house.createTopics();
    house.registerSchemas();
    published = new Published(house.connection());
  }

  @AfterEach
  void close() throws Exception {
    house.close();
    brokers.close();
    registry.close();
    journal.close();
    stores.close();
    broker.close();
    log.close();
  }

  @Test
  void whatCanNotBeWrittenWaitsUntilThereIsRoomAgain() throws Exception {
    Part ingest = house.ingest(journal.folder().resolve("ingest"));
    Part enrich = house.enrich(stores.folder().resolve("enrich"));
    House.awaitReady(ingest, enrich);
    accept(ingest, Letters.of(0, 20));
    published.awaitWhole(Letters.of(0, 20));

    theServicesDisk(ingest, enrich);
    theBrokersDisk(ingest, enrich);
  }

  private void theServicesDisk(Part ingest, Part enrich) throws Exception {
    journal.fill();
    drop(Letters.of(20, 30));
    await()
        .atMost(House.PATIENCE)
        .until(
            () ->
                ingest
                    .check("directory")
                    .equals(
                        "DOWN no letters are taken: the journal can't be written (is the disk"
                            + " full?)"));
    assertThat(ingest.ready().statusCode()).isEqualTo(503);
    assertThat(log.lines())
        .anyMatch(line -> line.startsWith("ERROR no letters are taken: the journal can't"));
    drop(Letters.of(30, 40));
    tasksMove(enrich);
    accept(ingest, Letters.of(40, 60));
    assertThat(published.determinations()).isLessThan(60);
    try (var files = Files.list(house.inbox())) {
      assertThat(files).hasSize(20);
    }

    journal.free();
    stores.free();

    House.awaitReady(ingest, enrich);
    published.awaitWhole(Letters.of(0, 60));
    await()
        .atMost(House.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(ingest.metrics())
                    .contains("imr_letters_taken_total{source=\"directory\"} 20.0"));
    assertThat(log.lines()).contains("INFO letters are taken again");
  }

  /** Stores are opened on a full disk when another instance hands its tasks back. */
  private void tasksMove(Part enrich) throws Exception {
    Part other = house.enrich(folder.resolve("other"));
    House.awaitReady(other, enrich);
    stores.fill();
    other.stop();
    await()
        .atMost(House.PATIENCE)
        .untilAsserted(
            () -> {
              HttpResponse<String> ready = enrich.ready();
              assertThat(ready.body()).contains("a stream thread failed and was replaced");
              assertThat(ready.statusCode()).isEqualTo(503);
            });
    assertThat(log.lines())
        .anyMatch(line -> line.startsWith("ERROR a stream thread failed and is replaced: "));
  }

  private void theBrokersDisk(Part ingest, Part enrich) throws Exception {
    broker.fill();
    try (Sending sending = Sending.of(ingest, Letters.of(60, 100))) {
      await().atMost(House.PATIENCE).until(() -> !brokers.isAlive(1));
      await()
          .atMost(House.PATIENCE)
          .until(() -> ingest.check("broker").equals("DOWN broker not reachable"));
      assertThat(Files.readString(brokers.log(1))).contains("No space left on device");
      await().atMost(House.PATIENCE).until(() -> !sending.refused().isEmpty());
      assertThat(sending.refused()).allMatch(refused -> refused.status() == 503);

      broker.free();
      brokers.startAgain(1);

      sending.await();
    }
    House.awaitReady(ingest, enrich);
    published.awaitWhole(Letters.of(0, 100));
    assertThat(published.count(Topic.DEAD_LETTERS)).isZero();
  }

  private void accept(Part ingest, Letters letters) {
    try (Sending sending = Sending.of(ingest, letters)) {
      assertThat(sending.await()).isEmpty();
    }
  }

  private void drop(Letters letters) throws Exception {
    for (GeneratedLetter letter : letters.all()) {
      Files.write(house.inbox().resolve(letter.name() + ".txt"), Letters.bytes(letter));
    }
  }
}
