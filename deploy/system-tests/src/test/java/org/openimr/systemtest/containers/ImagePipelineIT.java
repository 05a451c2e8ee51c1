package org.openimr.systemtest.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openimr.event.CaseOutcome;
import org.openimr.event.Determination;
import org.openimr.schemas.topic.Topic;

/** The way of a letter: posted, read, published, counted by the monitor, a row in the database. */
@ExtendWith(ContainerStackExtension.class)
class ImagePipelineIT {
  private static final Duration ARRIVAL = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void publishesPostedTextAsDetermination(ContainerStack installation) throws Exception {
    int status = post(installation, "CM17-9000323.txt");

    assertThat(status).isEqualTo(202);
    Determination determination = published(installation, "CM17-9000323");
    assertThat(determination.getHeader().getOutcome()).isEqualTo(CaseOutcome.UPHELD);
    assertThat(determination.getDecisions()).hasSize(2);
    assertThat(determination.getDecisions().get(1).getRequest().getDisputed())
        .contains("Tizanidine");
    assertThat(determination.getDecisions().getFirst().getClaimsAdministratorBasis().getCitations())
        .isNotEmpty()
        .allSatisfy(citation -> assertThat(citation.getGuidelineId()).isNotNull());
  }

  @Test
  void readsPostedPdfInWorkerProcess(ContainerStack installation) throws Exception {
    int status = post(installation, "CM17-9000878.pdf");

    assertThat(status).isEqualTo(202);
    assertThat(published(installation, "CM17-9000878").getDecisions()).hasSize(3);
  }

  @Test
  void monitorShowsPublishedCase(ContainerStack installation) throws Exception {
    post(installation, "CM16-9000101.txt");

    URI search = installation.monitorUrl().resolve("/v1/cases?query=CM16-9000101");
    await("the case in the monitor")
        .atMost(ARRIVAL)
        .untilAsserted(() -> assertThat(get(search).body()).contains("CM16-9000101"));
  }

  @Test
  void databaseHasRowPerDecision(ContainerStack installation) throws Exception {
    post(installation, "CM17-9000767.pdf");

    await("the case's rows")
        .atMost(ARRIVAL)
        .untilAsserted(
            () -> assertThat(outcomes(installation, "CM17-9000767")).containsExactly("OVERTURNED"));
  }

  private Determination published(ContainerStack installation, String caseKey) {
    ContainerTopicReader published = new ContainerTopicReader(installation.connection());
    published.awaitAll(Topic.DETERMINATIONS, List.of(caseKey));
    return published.determinations().get(caseKey).getLast();
  }

  private int post(ContainerStack installation, String sample)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(installation.ingestUrl())
            .header("Content-Type", sample.endsWith(".pdf") ? "application/pdf" : "text/plain")
            .POST(BodyPublishers.ofByteArray(ContainerTestLetters.sample(sample)))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private static List<String> outcomes(ContainerStack installation, String caseKey)
      throws SQLException {
    List<String> outcomes = new ArrayList<>();
    try (Connection database = DriverManager.getConnection(installation.databaseUrl());
        var query =
            database.prepareStatement("select outcome from imr.decisions where case_key = ?")) {
      query.setString(1, caseKey);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          outcomes.add(rows.getString(1));
        }
      }
    }
    return outcomes;
  }
}
