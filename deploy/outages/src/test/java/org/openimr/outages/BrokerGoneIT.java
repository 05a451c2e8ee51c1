package org.openimr.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.generate.GeneratedLetter;

/** The only broker is killed and stays away for a minute; all services on the same outage. */
class BrokerGoneIT {
  private static final Duration OUTAGE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final Log log = Log.watch();
  private Brokers brokers;
  private Registry registry;
  private House house;
  private Published published;
  private Part ingest;
  private Part enrich;
  private Part monitor;

  @BeforeEach
  void letLettersFlow() throws Exception {
    registry = new Registry(folder.resolve("registry")).start();
    brokers = Brokers.start(folder, 1);
    house = new House(folder, brokers.bootstrapServers(), registry.url());
    house.createTopics();
    house.registerSchemas();
    published = new Published(house.connection());
    ingest = house.ingest(folder.resolve("ingest"));
    enrich = house.enrich(folder.resolve("enrich"));
    monitor = house.monitor(folder.resolve("monitor"));
    House.awaitReady(ingest, enrich, monitor);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
    brokers.close();
    registry.close();
    log.close();
  }

  @Test
  void aBrokerThatIsGoneForAMinuteCostsNothingButTime() throws Exception {
    try (Sending before = Sending.of(ingest, Letters.of(0, 40))) {
      assertThat(before.await()).isEmpty();
    }
    await().atMost(House.PATIENCE).until(() -> published.determinations() > 0);
    Instant gone = Instant.now();
    brokers.kill(1);

    try (Sending during = Sending.of(ingest, Letters.of(40, 80))) {
      for (Part part : List.of(ingest, enrich, monitor)) {
        await(part.toString())
            .atMost(House.PATIENCE)
            .until(() -> part.check("broker").equals("DOWN broker not reachable"));
        assertThat(part.ready().statusCode()).isEqualTo(503);
        assertThat(part.live().statusCode()).isEqualTo(200);
        assertThat(part.metrics()).contains("imr_health{check=\"broker\"} 0.0");
      }
      assertThat(log.lines())
          .contains(
              "WARN ingest: broker is down: broker not reachable",
              "WARN enrich: broker is down: broker not reachable",
              "WARN monitor: broker is down: broker not reachable");
      lettersArePushedBack();
      Letters files = Letters.of(80, 100);
      filesAreKept(files);
      await().atMost(OUTAGE).until(() -> Instant.now().isAfter(gone.plus(OUTAGE)));
      assertThat(during.isDone()).isFalse();
      assertThat(during.refused())
          .isNotEmpty()
          .containsOnly(new Sending.Refused(503, Optional.of("5")));

      brokers.startAgain(1);

      House.awaitReady(ingest, enrich, monitor);
      during.await();
    }
    published.awaitWhole(Letters.of(0, 100));
    await("what the figures come to")
        .atMost(House.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(ingest.metrics())
                    .contains("imr_health{check=\"broker\"} 1.0")
                    .contains("imr_letters_taken_total{source=\"directory\"} 20.0"));
    assertThat(log.lines()).anyMatch(line -> line.matches("INFO ingest: broker is up, after .* s"));
  }

  private void lettersArePushedBack() {
    HttpResponse<String> answer = ingest.post(Letters.bytes(Letters.of(0, 1).all().getFirst()));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(answer.body()).contains("Broker not reached");
    assertThat(ingest.metrics()).doesNotContain("imr_letters_rejected_total{status=\"503\"} 0.0");
  }

  private void filesAreKept(Letters letters) throws Exception {
    for (GeneratedLetter letter : letters.all()) {
      Files.write(house.inbox().resolve(letter.name() + ".txt"), Letters.bytes(letter));
    }
    await()
        .atMost(House.PATIENCE)
        .until(
            () ->
                log.lines().stream()
                    .anyMatch(line -> line.startsWith("WARN the broker did not confirm")));
    assertThat(Files.readAllBytes(folder.resolve("ingest/taken-files.journal"))).isEmpty();
    assertThat(ingest.metrics()).contains("imr_letters_taken_total{source=\"directory\"} 0.0");
    try (var files = Files.list(house.inbox())) {
      assertThat(files).hasSize(20);
    }
  }
}
