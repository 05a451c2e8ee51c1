package org.openimr.systemtest.observability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openimr.standalone.process.FreePorts;
import org.openimr.testkit.ExternalProgram;

/**
 * The real Prometheus with the project's own configuration and rules. Only the targets' addresses
 * are those of this machine, and it asks every second.
 */
final class PrometheusProcess implements AutoCloseable {
  private static final Path SOURCES = Path.of("../observability/prometheus");
  private static final String FILE = "prometheus.yml";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String address;

  private PrometheusProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it.
   *
   * @param addresses of this machine, by those of the configuration
   */
  static PrometheusProcess start(Path folder, Map<String, String> addresses) throws IOException {
    String program = ExternalProgram.required("prometheus").toString();
    Path rules = Files.createDirectories(folder.resolve("rules"));
    Files.copy(MonitoringQueries.RULES, rules.resolve(MonitoringQueries.RULES.getFileName()));
    Path configuration =
        Files.writeString(
            folder.resolve(FILE), adapted(Files.readString(SOURCES.resolve(FILE)), addresses));
    String listen = "127.0.0.1:" + FreePorts.choose();
    Process process =
        new ProcessBuilder(
                program,
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=" + listen)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    PrometheusProcess prometheus = new PrometheusProcess(process, "http://" + listen);
    await("Prometheus")
        .atMost(ObservedPipeline.PATIENCE)
        .ignoreExceptionsInstanceOf(ConnectException.class)
        .until(() -> prometheus.get("/-/ready").statusCode() == 200);
    return prometheus;
  }

  private static String adapted(String configuration, Map<String, String> addresses) {
    String adapted = configuration.replaceAll("_interval: \\d+s", "_interval: 1s");
    for (Map.Entry<String, String> address : addresses.entrySet()) {
      adapted = adapted.replace('"' + address.getKey() + '"', '"' + address.getValue() + '"');
    }
    return adapted;
  }

  /** What it asks: for each target its job, address and health. */
  List<JsonNode> targets() throws IOException, InterruptedException {
    return data("/api/v1/targets?state=active").get("activeTargets").valueStream().toList();
  }

  /** Its alert rules, each with its health. */
  List<JsonNode> rules() throws IOException, InterruptedException {
    return data("/api/v1/rules?type=alert")
        .get("groups")
        .valueStream()
        .flatMap(group -> group.get("rules").valueStream())
        .toList();
  }

  /** What it answers to a query now. */
  JsonNode query(String query) throws IOException, InterruptedException {
    return data("/api/v1/query?query=" + URLEncoder.encode(query, UTF_8)).get("result");
  }

  @Override
  public void close() {
    client.shutdownNow();
    process.destroy();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }

  private JsonNode data(String path) throws IOException, InterruptedException {
    JsonNode answer = new ObjectMapper().readTree(get(path).body());
    if (!answer.path("status").asText().equals("success")) {
      throw new AssertionError(path + " is answered " + answer);
    }
    return answer.get("data");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
  }
}
