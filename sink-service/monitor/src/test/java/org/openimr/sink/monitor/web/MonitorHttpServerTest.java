package org.openimr.sink.monitor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openimr.event.Outcome.OVERTURNED;
import static org.openimr.event.Outcome.UPHELD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.event.Determination;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;
import org.openimr.runtime.health.HealthReport;
import org.openimr.runtime.http.HttpListener;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.sink.monitor.pipeline.PipelineStatus;
import org.openimr.sink.monitor.pipeline.ThroughputSampler;
import org.openimr.sink.monitor.pipeline.TopicLag;
import org.openimr.sink.monitor.statistics.SampleDeterminations;
import org.openimr.sink.monitor.statistics.SampleDeterminations.Item;
import org.openimr.sink.monitor.statistics.StatisticsTopologyFixture;
import org.openimr.sink.monitor.store.PeerClient;

/** The REST API over HTTP, with the stores of a topology that runs without a broker. */
class MonitorHttpServerTest {
  private static final String KEY = "a synthetic key of some length";

  /** {@code printf 'a synthetic key of some length' | sha256sum}. */
  private static final String KEY_SHA256 =
      "b6a60a8968937d7d897da904e6f904c2a92a9ae5155930e854f8f8e52ba2ca22";

  private static final LocalDate FEBRUARY = LocalDate.of(2017, 2, 14);

  @TempDir Path state;
  private final HttpClient client = HttpClient.newHttpClient();
  private final PeerClient peers = new PeerClient(Optional.empty());
  private StatisticsTopologyFixture topology;
  private ThroughputSampler sampler;
  private MonitorHttpServer server;

  @BeforeEach
  void open() throws Exception {
    topology = new StatisticsTopologyFixture(state);
    sampler = new ThroughputSampler(topology.view(), new TopicLag(null, Map.of()));
    server = serve(ClinicalTextAccess.of(KEY_SHA256));
    topology.publish(
        SampleDeterminations.of(
            "CM17-9000001",
            1,
            FEBRUARY,
            new Item("Surgery", UPHELD, "Knee Complaints"),
            new Item("Pharmaceuticals", UPHELD)));
    topology.publish(
        SampleDeterminations.of(
            "CM17-9000001", 2, FEBRUARY, new Item("Surgery", OVERTURNED, "Knee Complaints")));
    topology.publish(
        SampleDeterminations.of(
            "CM16-9000002", 1, null, new Item("Surgery", UPHELD, "Knee Complaints")));
  }

  @AfterEach
  void close() {
    server.close();
    sampler.close();
    topology.close();
    peers.close();
  }

  @Test
  void statisticsSumNewestRevisions() throws Exception {
    JsonNode statistics = json("/v1/statistics");

    assertThat(statistics.at("/all/decisions").asLong()).isEqualTo(2);
    assertThat(statistics.at("/categories")).hasSize(1);
    assertThat(statistics.at("/categories/0/name").asText()).isEqualTo("Surgery");
    assertThat(statistics.at("/categories/0/overturned").asLong()).isEqualTo(1);
    assertThat(statistics.at("/months").findValuesAsText("name")).containsExactly("", "2017-02");
    assertThat(statistics.at("/guidelines/0/document").asText()).isEqualTo("Knee Complaints");
    assertThat(statistics.at("/guidelines/0/decisions").asLong()).isEqualTo(2);
  }

  @Test
  void categoryLimitsMonthsButNotCategories() throws Exception {
    JsonNode statistics = json("/v1/statistics?category=Imaging");

    assertThat(statistics.at("/months")).isEmpty();
    assertThat(statistics.at("/categories")).hasSize(1);
  }

  @Test
  void searchFindsCasesByPrefixInAnyLetterCase() throws Exception {
    assertThat(texts(json("/v1/cases?query=cm17").at("/caseKeys"))).containsExactly("CM17-9000001");
    assertThat(json("/v1/cases?query=CM99").at("/caseKeys")).isEmpty();
    assertThat(get("/v1/cases?query=%20").statusCode()).isEqualTo(400);
  }

  @Test
  void caseHasNewestRevisionAndListOfRevisions() throws Exception {
    JsonNode found = json("/v1/cases/CM17-9000001");

    assertThat(found.at("/determination/revision").asInt()).isEqualTo(2);
    assertThat(found.at("/revisions").findValuesAsText("outcome"))
        .containsExactly("UPHELD", "OVERTURNED");
    assertThat(json("/v1/cases/CM17-9000001/revisions/1").at("/determination/decisions"))
        .hasSize(2);
    assertThat(get("/v1/cases/CM17-9000001/revisions/3").statusCode()).isEqualTo(404);
    assertThat(get("/v1/cases/CM17-9999999").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/cases/CM17-9000001",
        "/v1/cases/CM17-9000001/revisions/1",
        "/v1/decisions",
        "/v1/statistics",
        "/v1/cases?query=CM"
      })
  void excludesClinicalTextWithoutKey(String path) throws Exception {
    assertThat(get(path).body())
        .doesNotContain(SampleDeterminations.SUMMARY, SampleDeterminations.RATIONALE, "patientAge");
  }

  @Test
  void includesSummaryAndRationalesWithKey() throws Exception {
    HttpResponse<String> response = get("/v1/cases/CM17-9000001", "Authorization", "Bearer " + KEY);

    assertThat(response.body())
        .contains(
            SampleDeterminations.SUMMARY,
            SampleDeterminations.RATIONALE,
            "\"clinicalText\":\"SHOWN\"");
  }

  @Test
  void rejectsInvalidKey() throws Exception {
    HttpResponse<String> response =
        get("/v1/cases/CM17-9000001", "Authorization", "Bearer " + KEY + "?");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(response.body()).doesNotContain(SampleDeterminations.SUMMARY);
  }

  @Test
  void clinicalTextIsUnavailableWithoutConfiguredKey() throws Exception {
    server.close();
    server = serve(ClinicalTextAccess.of(""));

    assertThat(get("/v1/cases/CM17-9000001").body()).contains("\"clinicalText\":\"OFF\"");
    assertThat(get("/v1/cases/CM17-9000001", "Authorization", "Bearer ").statusCode())
        .isEqualTo(401);
  }

  @Test
  void countsDeadLettersByCode() throws Exception {
    topology.deadLetter(
        new DeadLetterReason(DeadLetterReason.Code.NOT_A_LETTER, "enrich", "", "no heading"));
    topology.settle("3/42", DeadLetterReason.Code.NOT_A_LETTER);

    JsonNode deadLetters = json("/v1/dead-letters");

    assertThat(deadLetters.at("/counts/NOT_A_LETTER").asLong()).isEqualTo(1);
    assertThat(deadLetters.at("/settled/NOT_A_LETTER").asLong()).isEqualTo(1);
    assertThat(deadLetters.at("/newest/0/stage").asText()).isEqualTo("enrich");
  }

  @Test
  void warningsAreCountedByCodeWithTheirMeaning() throws Exception {
    Determination warned =
        SampleDeterminations.of("CM16-9000003", 1, FEBRUARY, new Item("Surgery", UPHELD));
    warned
        .getHeader()
        .setWarnings(
            List.of(
                new Warning(WarningCode.PAGES_MISSING, "pages", "a doubt"),
                new Warning(WarningCode.FIELD_MISSING, "priority", "a doubt")));
    topology.publish(warned);

    JsonNode warnings = json("/v1/warnings");

    assertThat(warnings.at("/cases").asLong()).isEqualTo(3);
    assertThat(warnings.at("/warned").asLong()).isEqualTo(1);
    assertThat(warnings.at("/codes").findValuesAsText("code"))
        .containsExactly("FIELD_MISSING", "PAGES_MISSING");
    assertThat(warnings.at("/codes/1/cases").asLong()).isEqualTo(1);
    assertThat(warnings.at("/codes/1/meaning").asText())
        .isEqualTo("the printed page numbers have gaps.");
    assertThat(warnings.at("/documentation").asText()).isEqualTo("https://docs.example/trust.html");
  }

  @Test
  void warningsOfTheSummaryAreShownWithoutItsText() throws Exception {
    Determination warned =
        SampleDeterminations.of("CM16-9000004", 1, FEBRUARY, new Item("Surgery", UPHELD));
    warned
        .getClinicalSummary()
        .setWarnings(List.of(new Warning(WarningCode.TEXT_INCOMPLETE, "text", "a doubt")));
    topology.publish(warned);

    JsonNode found = json("/v1/cases/CM16-9000004");

    assertThat(found.at("/determination/clinicalSummary/warnings/0/code").asText())
        .isEqualTo("TEXT_INCOMPLETE");
    assertThat(found.at("/determination/clinicalSummary")).hasSize(1);
    assertThat(found.toString()).doesNotContain(SampleDeterminations.SUMMARY);
  }

  @Test
  void sinksHaveStateAndPositionOfFailure() throws Exception {
    JsonNode sinks = json("/v1/sinks");

    assertThat(sinks.at("/sinks").findValuesAsText("connector"))
        .containsExactly("database-headers", "lake");
    assertThat(sinks.at("/sinks/0/state").asText()).isEqualTo("FAILED");
    assertThat(sinks.at("/sinks/0/position").asText()).isEqualTo("imr.case-headers.v1/3/17");
    assertThat(sinks.at("/sinks/1/running").asInt()).isEqualTo(1);
  }

  @Test
  void reconciliationHasCountsAndFirstFiftyDifferences() throws Exception {
    server.close();
    server = serve(ClinicalTextAccess.of(""), SamplePipelineStatus.of(60));

    JsonNode last = json("/v1/reconciliation").at("/last");

    assertThat(last.at("/equal").asBoolean()).isFalse();
    assertThat(last.at("/difference").asLong()).isEqualTo(60);
    assertThat(last.at("/differences")).hasSize(50);
    assertThat(last.at("/letters/taken").asLong()).isEqualTo(15);
    assertThat(last.at("/sinks/0/name").asText()).isEqualTo("lake");
  }

  @Test
  void showsNoticeWithoutSinkWorker() throws Exception {
    server.close();
    server = serve(ClinicalTextAccess.of(""), PipelineStatus.NONE);

    assertThat(json("/v1/sinks").at("/notice").asText()).contains("no sinks run");
    assertThat(json("/v1/reconciliation").at("/last").isNull()).isTrue();
    assertThat(json("/v1/reconciliation").at("/notice").asText()).contains("imr reconcile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/main.js", "/monitor.css", "/v1/statistics", "/nothing"})
  void everyResponseHasSecurityHeaders(String path) throws Exception {
    HttpResponse<String> response = get(path);

    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void pageHasNoExternalReferencesOrInlineCode() throws Exception {
    assertThat(get("/").body())
        .doesNotContain("http://", "https://", "<style", "style=", "onclick")
        .contains("<script type=\"module\" src=\"/main.js\">");
    assertThat(get("/theme.css").body() + get("/monitor.css").body()).doesNotContain("//fonts");
  }

  @Test
  void rejectsForeignHostNames() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.httpPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /v1/decisions HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(response).startsWith("HTTP/1.1 421").doesNotContain("determinations");
    }
  }

  @Test
  void unknownPathsAndMethodsReturnProblems() throws Exception {
    assertThat(get("/v1/nothing").headers().firstValue("Content-Type"))
        .contains("application/problem+json");
    HttpRequest post =
        HttpRequest.newBuilder(uri("/v1/figures"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  @Test
  void everyDocumentedPathExists() throws Exception {
    JsonNode paths = json("/openapi.json").at("/paths");
    List<String> documented =
        Stream.iterate(paths.fieldNames(), names -> names.hasNext(), names -> names)
            .map(names -> names.next())
            .toList();

    assertThat(documented).contains("/v1/statistics", "/v1/cases/{caseKey}");
    for (String path : documented) {
      if (!List.of("/v1/events", "/v1/rows/{store}").contains(path)) {
        String actual = path.replace("{caseKey}", "CM17-9000001").replace("{revision}", "1");
        String query = path.equals("/v1/cases") ? "?query=C" : "";
        assertThat(get(actual + query).statusCode()).as(actual).isIn(200, 503);
      }
    }
  }

  @Test
  void singleInstanceExposesNoRows() throws Exception {
    assertThat(get("/v1/rows/totals?partitions=0").statusCode()).isEqualTo(404);
  }

  private MonitorHttpServer serve(ClinicalTextAccess access) {
    return serve(access, SamplePipelineStatus.of(0));
  }

  private MonitorHttpServer serve(ClinicalTextAccess access, PipelineStatus pipeline) {
    return MonitorHttpServer.open(
        HttpListener.unprotected("127.0.0.1", 0),
        List.of("localhost", "127.0.0.1"),
        new MonitorHttpServer.PageContent(
            topology.view(),
            sampler,
            access,
            pipeline,
            peers,
            Optional.empty(),
            Optional.of("https://docs.example/trust.html")),
        () -> new HealthReport(new TreeMap<>()),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  private JsonNode json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return new ObjectMapper().readTree(response.body());
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.httpPort() + path);
  }

  private static List<String> texts(JsonNode array) {
    return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
        .map(i -> array.get(i).asText())
        .toList();
  }
}
