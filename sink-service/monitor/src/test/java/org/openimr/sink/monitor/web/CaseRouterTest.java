package org.openimr.sink.monitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.event.Outcome;
import org.openimr.runtime.health.HealthReport;
import org.openimr.runtime.http.HttpListener;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.sink.monitor.pipeline.PipelineStatus;
import org.openimr.sink.monitor.pipeline.ThroughputSampler;
import org.openimr.sink.monitor.pipeline.TopicLag;
import org.openimr.sink.monitor.statistics.SampleDeterminations;
import org.openimr.sink.monitor.statistics.StatisticsTopologyFixture;
import org.openimr.sink.monitor.store.PeerClient;
import org.openimr.sink.monitor.store.StatisticsView;
import org.openimr.sink.monitor.store.StubPeer;
import org.openimr.sink.monitor.store.StubStores;

/** Requests for cases with several instances: this one, with a topology, and stub peers. */
class CaseRouterTest {
  private static final String CASE = "CM17-9000001";
  private static final String PATH = "/v1/cases/" + CASE;
  private static final String PEER_CASE = "{\"determination\":{\"caseKey\":\"of the peer\"}}";

  @TempDir Path state;
  private final HttpClient client = HttpClient.newHttpClient();
  private final PeerClient peers = new PeerClient(Optional.empty());
  private StatisticsTopologyFixture topology;
  private StubStores stores;
  private StubPeer active;
  private StubPeer standby;
  private ThroughputSampler sampler;
  private MonitorHttpServer server;

  @BeforeEach
  void start() throws Exception {
    active = StubPeer.start().respondWith(200, PEER_CASE);
    standby = StubPeer.start().respondWith(200, PEER_CASE);
    topology = new StatisticsTopologyFixture(state);
    topology.publish(
        SampleDeterminations.of(
            CASE,
            1,
            LocalDate.of(2017, 2, 14),
            new SampleDeterminations.Item("Surgery", Outcome.UPHELD)));
    stores = new StubStores(topology.view().stores());
    StatisticsView view =
        new StatisticsView(
            stores, EventSerdes.of(Map.of("schema.registry.url", "mock://statistics")));
    sampler = new ThroughputSampler(view, new TopicLag(null, Map.of()));
    server = serve(view);
  }

  @AfterEach
  void stop() {
    server.close();
    sampler.close();
    topology.close();
    peers.close();
    active.close();
    standby.close();
  }

  @Test
  void answersCasesOfThisInstance() throws Exception {
    stores.setInstances(StubStores.SELF, standby.address());

    assertThat(caseKey(get(PATH))).isEqualTo(CASE);
    assertThat(standby.requests()).isEmpty();
  }

  @Test
  void forwardsToTheActiveInstance() throws Exception {
    stores.setInstances(active.address(), StubStores.SELF);

    assertThat(caseKey(get(PATH))).isEqualTo("of the peer");
    assertThat(active.requests()).containsExactly(PATH + "?here=true");
  }

  @Test
  void forwardsTheRevisionAndTheAuthorization() throws Exception {
    stores.setInstances(active.address());

    get(PATH + "/revisions/1", "Authorization", "Bearer user-key");

    assertThat(active.requests()).containsExactly(PATH + "/revisions/1?here=true");
    assertThat(active.lastAuthorization()).contains("Bearer user-key");
  }

  @Test
  void encodesTheCaseKey() throws Exception {
    stores.setInstances(active.address());

    get("/v1/cases/a%20b%2Fc");

    assertThat(active.requests()).containsExactly("/v1/cases/a%20b%2Fc?here=true");
  }

  @Test
  void readsAStandbyIfTheActiveInstanceFails() throws Exception {
    stores.setInstances(active.address(), standby.address());
    active.respondWith(503, "{}");

    assertThat(caseKey(get(PATH))).isEqualTo("of the peer");
    assertThat(standby.requests()).hasSize(1);
  }

  @Test
  void readsItsOwnStandbyIfTheActiveInstanceIsDown() throws Exception {
    stores.setInstances(active.address(), StubStores.SELF);
    active.close();

    assertThat(caseKey(get(PATH))).isEqualTo(CASE);
  }

  @Test
  void namesTheInstanceThatDoesNotAnswer() throws Exception {
    stores.setInstances(active.address());
    active.close();

    HttpResponse<String> response = get(PATH);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).contains("5");
    assertThat(new ObjectMapper().readTree(response.body()).path("detail").asText())
        .contains("127.0.0.1:" + active.address().port(), "monitor.standbys");
  }

  @Test
  void returnsErrorResponsesOfThePeer() throws Exception {
    stores.setInstances(active.address());
    active.respondWith(401, "{\"status\":401}");
    active.setHeader("WWW-Authenticate", "Bearer");
    active.setHeader("Content-Type", "application/problem+json");

    HttpResponse<String> response = get(PATH);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void doesNotForwardRequestsOfPeers() throws Exception {
    stores.setInstances(active.address());

    assertThat(caseKey(get(PATH + "?here=true"))).isEqualTo(CASE);
    assertThat(active.requests()).isEmpty();
  }

  @Test
  void newestDeterminationsComeFromPeersWithoutAuthorization() throws Exception {
    stores.setInstances(active.address());

    HttpResponse<String> response = get("/v1/decisions", "Authorization", "Bearer user-key");

    assertThat(
            new ObjectMapper().readTree(response.body()).at("/determinations/0/caseKey").asText())
        .isEqualTo("of the peer");
    assertThat(active.lastAuthorization()).isEmpty();
  }

  @Test
  void reportsReassignedPartitionsAsUnavailable() throws Exception {
    stores.setAvailable(false);

    HttpResponse<String> response = get("/v1/statistics");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).contains("2");
    assertThat(response.body()).contains("Service Unavailable");
  }

  private MonitorHttpServer serve(StatisticsView view) {
    return MonitorHttpServer.open(
        HttpListener.unprotected("127.0.0.1", 0),
        List.of("127.0.0.1"),
        new MonitorHttpServer.PageContent(
            view,
            sampler,
            ClinicalTextAccess.of(""),
            PipelineStatus.NONE,
            peers,
            Optional.empty(),
            Optional.empty()),
        () -> new HealthReport(new TreeMap<>()),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  private static String caseKey(HttpResponse<String> response) throws Exception {
    JsonNode json = new ObjectMapper().readTree(response.body());
    return json.at("/determination/caseKey").asText();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.httpPort() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
