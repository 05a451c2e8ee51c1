package org.openimr.sink.monitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.event.Determination;
import org.openimr.runtime.health.HealthReport;
import org.openimr.runtime.http.HttpListener;
import org.openimr.runtime.http.access.ApiKey;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.sink.monitor.pipeline.ThroughputSampler;
import org.openimr.sink.monitor.pipeline.TopicLag;
import org.openimr.sink.monitor.statistics.StatisticsTopologyFixture;
import org.openimr.sink.monitor.store.PeerClient;
import org.openimr.testkit.event.CanaryEvent;

/** A canary in each field of a determination, and all responses of the monitor. */
class MonitorCanaryTest {
  private static final String KEY = "a synthetic key of some length";

  /** Never ends; its events are those of /v1/figures, /v1/sinks and /v1/reconciliation. */
  private static final String EVENTS = "/v1/events";

  @TempDir Path state;
  private final CanaryEvent canary = CanaryEvent.of(Determination.getClassSchema());
  private final Determination determination = canary.as(Determination.class);
  private final HttpClient client = HttpClient.newHttpClient();
  private final PeerClient peers = new PeerClient(Optional.empty());
  private StatisticsTopologyFixture topology;
  private ThroughputSampler sampler;
  private MonitorHttpServer server;

  @BeforeEach
  void open() throws Exception {
    topology = new StatisticsTopologyFixture(state);
    topology.publish(determination);
    topology.deadLetter(
        new DeadLetterReason(DeadLetterReason.Code.NOT_A_LETTER, "enrich", "", "no heading"));
    sampler = new ThroughputSampler(topology.view(), new TopicLag(null, Map.of()));
    server =
        MonitorHttpServer.open(
            HttpListener.unprotected("127.0.0.1", 0),
            List.of("localhost", "127.0.0.1"),
            new MonitorHttpServer.PageContent(
                topology.view(),
                sampler,
                ClinicalTextAccess.of(ApiKey.hash(KEY)),
                SamplePipelineStatus.of(60),
                peers,
                Optional.empty(),
                Optional.empty()),
            () -> new HealthReport(new TreeMap<>()),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }

  @AfterEach
  void close() {
    server.close();
    sampler.close();
    topology.close();
    peers.close();
  }

  @Test
  void noResponseHasAClinicalFieldWithoutTheKey() throws Exception {
    for (String path : paths()) {
      String response = get(path);

      assertThat(canary.leaksInto(response)).as(path).isEmpty();
      assertThat(response).as(path).doesNotContain("synthetic.pdf");
    }
  }

  @Test
  void caseHasAllOtherFieldsWithoutTheKey() throws Exception {
    assertThat(canary.missingFrom(get("/v1/cases/" + determination.getCaseKey()))).isEmpty();
    assertThat(canary.missingFrom(get("/v1/decisions"))).isEmpty();
  }

  @Test
  void caseHasAllFieldsWithTheKey() throws Exception {
    String response =
        get("/v1/cases/" + determination.getCaseKey(), "Authorization", "Bearer " + KEY);

    assertThat(canary.missingFrom(response)).isEmpty();
    assertThat(canary.leaksInto(response)).containsExactlyElementsOf(canary.clinical().keySet());
  }

  /** All paths of the API document, the page, metrics and health. */
  private Set<String> paths() throws IOException {
    Set<String> paths = new TreeSet<>(Set.of("/", "/metrics", "/health/ready", "/nothing"));
    try (InputStream document = MonitorHttpServer.class.getResourceAsStream("openapi.json")) {
      new ObjectMapper()
          .readTree(document)
          .at("/paths")
          .fieldNames()
          .forEachRemaining(path -> paths.add(filledIn(path)));
    }
    assertThat(paths).contains("/v1/dead-letters", "/v1/decisions");
    paths.remove(EVENTS);
    return paths;
  }

  private String filledIn(String path) {
    return path.replace("{caseKey}", determination.getCaseKey())
            .replace("{revision}", Integer.toString(determination.getRevision()))
            .replace("{store}", "newest-dead-letters")
        + (path.equals("/v1/cases") ? "?query=c" : "");
  }

  private String get(String path, String... headers) throws IOException, InterruptedException {
    return client.send(request(path, headers), BodyHandlers.ofString()).body();
  }

  private HttpRequest request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.httpPort() + path));
    return (headers.length == 0 ? request : request.headers(headers)).build();
  }
}
