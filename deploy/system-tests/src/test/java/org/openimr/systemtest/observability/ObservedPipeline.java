package org.openimr.systemtest.observability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.openimr.enrich.EnrichService;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.ingest.IngestService;
import org.openimr.ingest.IngestSettings;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.worker.SinkService;
import org.openimr.sink.worker.SinkServiceSettings;
import org.openimr.standalone.process.FreePorts;
import org.openimr.testkit.pipeline.PipelineFixture;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.GeneratorSettings;

/** Broker, registry and all services with traces on, that letters of each outcome went through. */
final class ObservedPipeline implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(180);

  /** Letters that became determinations, as {@code /metrics} has them. */
  static final String DETERMINATIONS = "imr_letters_processed_total{outcome=\"DETERMINATION\"}";

  private static final byte[] NO_LETTER = "A note about lunch, and not a letter.".getBytes(UTF_8);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final PipelineFixture cluster;
  private final OtlpReceiver traces;
  private final int monitor = FreePorts.choose();
  private final List<Integer> ports;
  private final int intake;

  private ObservedPipeline(Path folder) throws Exception {
    cluster = PipelineFixture.embedded().withTopics().withSchemas().start(folder);
    traces = cluster.register(OtlpReceiver.start());
    IngestService ingest = cluster.register(IngestService.start(ingestSettings(folder)));
    EnrichService enrich =
        cluster.register(EnrichService.start(enrichSettings(folder), LetterInterpreter.standard()));
    SinkService sinks = cluster.register(SinkService.start(sinkSettings(folder)));
    intake = ingest.httpPort();
    ports = List.of(ingest.httpPort(), enrich.httpPort(), sinks.httpPort());
  }

  /** Starts all of it, and returns when the letters are through and the sinks have them. */
  static ObservedPipeline afterLetters(Path folder) throws Exception {
    ObservedPipeline pipeline = new ObservedPipeline(folder);
    try {
      pipeline.ports.forEach(port -> pipeline.await200(port, "/health/ready"));
      pipeline.sendLetters();
      pipeline.awaitCounts();
      return pipeline;
    } catch (Exception | AssertionError e) {
      pipeline.close();
      throw e;
    }
  }

  Settings connection() {
    return cluster.connection();
  }

  OtlpReceiver traces() {
    return traces;
  }

  /** Where each service is, by where it is in {@code deploy/compose}. */
  Map<String, String> addresses() {
    return Map.of(
        "ingest-service:8080", address(ports.get(0)),
        "enrich-service:8084", address(ports.get(1)),
        "sink-service:8085", address(ports.get(2)),
        "sink-service:8082", address(monitor));
  }

  private static String address(int port) {
    return "127.0.0.1:" + port;
  }

  /** Lines of all services' metrics, without comments. */
  List<String> metrics() {
    return ports.stream()
        .flatMap(port -> get(port, "/metrics").lines())
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  /** Names of all metrics that are exposed. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    metrics().forEach(line -> names.add(line.split("[{ ]", 2)[0]));
    return names;
  }

  @Override
  public void close() {
    cluster.close();
  }

  private void sendLetters() {
    LetterGenerator generator = new LetterGenerator(GeneratorSettings.withSeed(4711));
    List<byte[]> letters =
        LongStream.range(0, 5)
            .mapToObj(generator::generate)
            .map(one -> one.text().getBytes(UTF_8))
            .toList();
    Stream.concat(letters.stream(), Stream.of(letters.getFirst(), NO_LETTER)).forEach(this::post);
  }

  private void awaitCounts() {
    await("letters by outcome")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(count("imr_letters_processed_total{outcome=\"DUPLICATE\"}")).isPositive();
              assertThat(count("imr_letters_processed_total{outcome=\"DEAD_LETTER\"}"))
                  .isPositive();
              // not exactly as many: what a transaction that failed had read is read again
              assertThat(count(DETERMINATIONS)).isGreaterThanOrEqualTo(5);
              assertThat(count("imr_sink_deliveries_total{")).isGreaterThanOrEqualTo(5);
              assertThat(count("imr_sink_records_sent_total{connector=\"lake")).isPositive();
              assertThat(count("imr_sink_lag{connector=\"webhook")).isZero();
              assertThat(count("imr_reconciliation_time_seconds")).isPositive();
            });
  }

  /** Sum of all lines that begin so. */
  double count(String line) {
    List<Double> values =
        metrics().stream()
            .filter(metric -> metric.startsWith(line))
            .map(metric -> Double.parseDouble(metric.substring(metric.lastIndexOf(' ') + 1)))
            .toList();
    assertThat(values).as(line).isNotEmpty();
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }

  private void await200(int port, String path) {
    await(port + path).atMost(PATIENCE).until(() -> status(port, path) == 200);
  }

  private Settings ingestSettings(Path folder) throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    return cluster.settings(
        IngestSettings.ALL,
        with(
            IngestSettings.STATE_DIRECTORY,
            folder.resolve("ingest"),
            IngestSettings.HTTP_PORT,
            0,
            IngestSettings.DIRECTORY,
            inbox,
            Tracing.ENDPOINT,
            traces.address(),
            Tracing.HEADERS,
            "Api-Key=of-the-collector"));
  }

  private Settings enrichSettings(Path folder) {
    return cluster.settings(
        EnrichService.SETTINGS,
        with(
            EnrichService.STATE_DIRECTORY,
            folder.resolve("enrich"),
            EnrichService.HTTP_PORT,
            0,
            Tracing.ENDPOINT,
            traces.address(),
            Tracing.HEADERS,
            "Api-Key=of-the-collector"));
  }

  private Settings sinkSettings(Path folder) throws IOException {
    HttpServer endpoint = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    endpoint.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    endpoint.start();
    cluster.register(() -> endpoint.stop(0));
    Map<String, String> settings = new HashMap<>();
    settings.put("sinks.http.port", "0");
    settings.put("sinks.worker.port", "0");
    settings.put("sinks.worker.offset.commit.interval.ms", "500");
    settings.put("monitor.http.port", Integer.toString(monitor));
    settings.put("monitor.state.dir", folder.resolve("monitor").toString());
    settings.put("reconcile.interval.ms", "1000");
    settings.put("sinks.lake.warehouse", folder.resolve("lake").toString());
    settings.put("sinks.lake.commit.interval.ms", "1000");
    settings.put(
        "sinks.webhook.feed.url", "http://127.0.0.1:" + endpoint.getAddress().getPort() + "/");
    settings.put("sinks.webhook.feed.allow.private", "true");
    settings.put(
        "sinks.webhook.feed.secrets", "whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
    return cluster.settings(SinkServiceSettings.all(), settings);
  }

  private static Map<String, String> with(Object... settingsAndValues) {
    Map<String, String> settings = new HashMap<>();
    for (int i = 0; i < settingsAndValues.length; i += 2) {
      settings.put(
          ((Setting) settingsAndValues[i]).key(), String.valueOf(settingsAndValues[i + 1]));
    }
    return settings;
  }

  private void post(byte[] letter) {
    HttpRequest request =
        request(intake, "/v1/letters").POST(BodyPublishers.ofByteArray(letter)).build();
    assertThat(send(request).statusCode()).isEqualTo(202);
  }

  /** Sends a letter as a client does that has a trace of its own. */
  void postTraced(byte[] letter, String traceparent) {
    HttpRequest request =
        request(intake, "/v1/letters")
            .header("traceparent", traceparent)
            .POST(BodyPublishers.ofByteArray(letter))
            .build();
    assertThat(send(request).statusCode()).isEqualTo(202);
  }

  private static int status(int port, String path) {
    return send(request(port, path).build()).statusCode();
  }

  private static String get(int port, String path) {
    return send(request(port, path).build()).body();
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static java.net.http.HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
