package org.openimr.systemtest.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;
import org.openimr.enrich.EnrichService;
import org.openimr.ingest.IngestSettings;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.monitor.MonitorSettings;
import org.openimr.sink.worker.SinkServiceSettings;

/** The Compose file says what the build and the code say. */
class ComposeFileTest {
  private static final Path PROMETHEUS = Path.of("../observability/prometheus/prometheus.yml");
  private static final Pattern TARGET = Pattern.compile("\"([a-z-]+):(\\d+)\"");

  /** How the services may be configured; jobs know how to reach broker and registry. */
  private static final Map<String, List<Setting>> SETTINGS =
      Map.of(
          "ingest-service", IngestSettings.ALL,
          "enrich-service", EnrichService.SETTINGS,
          "sink-service", SinkServiceSettings.all(),
          "topics", List.of(),
          "schemas", List.of(),
          "catalogue", List.of());

  private final ComposeFile compose = read();

  @Test
  void imageVersionsMatchBuild() {
    String own = System.getProperty("imr.version");
    String postgres = System.getProperty("postgresql.version").replaceFirst("\\.0$", "");

    assertThat(image("broker")).isEqualTo("apache/kafka:" + System.getProperty("kafka.version"));
    assertThat(image("registry"))
        .isEqualTo("apicurio/apicurio-registry:" + System.getProperty("apicurio.version"));
    assertThat(image("database")).isEqualTo("postgres:" + postgres);
    for (String service : ComposeFile.SERVICES) {
      assertThat(image(service)).isEqualTo("imr/%s:%s", service, own);
    }
    for (String job : ComposeFile.JOBS) {
      assertThat(image(job)).isEqualTo("imr/imr:" + own);
    }
    assertThat(compose.containers().values())
        .allSatisfy(one -> assertThat(one.get("image").asText()).doesNotEndWith(":latest"));
  }

  @Test
  void servicesAndJobsKnowTheirSettings() {
    SETTINGS.forEach(
        (name, known) -> {
          Map<String, String> given = compose.environment(name);
          assertThat(given.keySet()).as(name).allMatch(key -> key.startsWith("IMR_"));
          // an unknown one would stop the start
          Settings settings = Settings.of(known, Settings.readEnvironment(given));
          assertThat(settings.text(Settings.BOOTSTRAP)).isEqualTo("broker:19092");
          assertThat(settings.text(Settings.REGISTRY))
              .isEqualTo("http://registry:8080/apis/ccompat/v7");
        });
  }

  @Test
  void brokerSettingsExistInKafka() {
    Set<String> known = AbstractKafkaConfig.CONFIG_DEF.names();
    Map<String, String> given = compose.environment("broker");
    given.remove("CLUSTER_ID");

    assertThat(given.keySet())
        .isNotEmpty()
        .allMatch(key -> key.startsWith("KAFKA_"))
        .allSatisfy(key -> assertThat(known).contains(setting(key)));
  }

  @Test
  void longRunningServicesHaveHealthCheckAndRestartPolicy() {
    compose
        .containers()
        .forEach(
            (name, container) -> {
              boolean isJob = ComposeFile.JOBS.contains(name);
              assertThat(container.has("healthcheck")).as(name).isNotEqualTo(isJob);
              assertThat(container.get("restart").asText())
                  .as(name)
                  .isEqualTo(isJob ? "no" : "unless-stopped");
            });
  }

  @Test
  void servicesWaitForJobsAndJobsForTheirDependencies() {
    assertThat(compose.dependsOn("topics")).containsEntry("broker", "service_healthy");
    assertThat(compose.dependsOn("schemas")).containsEntry("registry", "service_healthy");
    assertThat(compose.dependsOn("registry")).containsEntry("database", "service_healthy");
    assertThat(compose.dependsOn("catalogue"))
        .containsEntry("topics", "service_completed_successfully")
        .containsEntry("schemas", "service_completed_successfully");
    for (String service : ComposeFile.SERVICES) {
      assertThat(compose.dependsOn(service))
          .containsEntry("catalogue", "service_completed_successfully");
      assertThat(allBefore(service))
          .containsAll(ComposeFile.JOBS)
          .contains("broker", "registry", "database");
    }
  }

  @Test
  void portsAreBoundToLoopback() {
    compose
        .containers()
        .forEach(
            (name, container) ->
                container
                    .path("ports")
                    .forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
  }

  @Test
  void portsMatchServiceDefaults() {
    assertThat(inner("ingest-service")).isEqualTo(IngestSettings.HTTP_PORT.defaultValue());
    assertThat(inner("sink-service")).isEqualTo(MonitorSettings.HTTP_PORT.defaultValue());
  }

  @Test
  void ownImagesRunUnprivilegedWithReadOnlyFileSystem() {
    Set<String> own = new HashSet<>(ComposeFile.JOBS);
    own.addAll(ComposeFile.SERVICES);
    for (String name : own) {
      JsonNode container = compose.container(name);
      assertThat(container.get("read_only").asBoolean()).as(name).isTrue();
      assertThat(container.at("/cap_drop/0").asText()).isEqualTo("ALL");
      assertThat(container.at("/security_opt/0").asText()).isEqualTo("no-new-privileges:true");
    }
  }

  @Test
  void mountedFilesExist() {
    List<Path> mounted =
        compose.containers().keySet().stream()
            .flatMap(name -> compose.mounts(name).stream())
            .toList();

    assertThat(mounted).hasSize(3).allSatisfy(folder -> assertThat(folder).isDirectory());
  }

  @Test
  void prometheusScrapesEveryService() throws IOException {
    List<String> targets =
        TARGET
            .matcher(Files.readString(PROMETHEUS))
            .results()
            .map(MatchResult::group)
            .map(target -> target.replace("\"", ""))
            .toList();

    assertThat(targets)
        .containsExactlyInAnyOrder(
            "ingest-service:" + IngestSettings.HTTP_PORT.defaultValue(),
            "enrich-service:" + EnrichService.HTTP_PORT.defaultValue(),
            "sink-service:" + SinkServiceSettings.HTTP_PORT.defaultValue(),
            "sink-service:" + MonitorSettings.HTTP_PORT.defaultValue());
    assertThat(targets.stream().map(target -> target.split(":")[0]).collect(Collectors.toSet()))
        .isEqualTo(ComposeFile.SERVICES);
  }

  @Test
  void grafanaUsesPrometheusOfTheFile() throws IOException {
    Path source = Path.of("../observability/grafana/provisioning/datasources/prometheus.yml");

    assertThat(Files.readString(source)).contains("http://prometheus:9090");
    assertThat(compose.container("prometheus").get("healthcheck").toString()).contains(":9090/");
  }

  private String image(String name) {
    return compose.container(name).get("image").asText();
  }

  /** The port inside the container. */
  private String inner(String name) {
    String port = compose.container(name).at("/ports/0").asText();
    return port.substring(port.lastIndexOf(':') + 1);
  }

  private Set<String> allBefore(String name) {
    Set<String> before = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(name));
    while (!open.isEmpty()) {
      for (String one : compose.dependsOn(open.removeLast()).keySet()) {
        if (before.add(one)) {
          open.add(one);
        }
      }
    }
    return before;
  }

  /** As the image reads its variables: {@code log.dirs} for {@code KAFKA_LOG_DIRS}. */
  private static String setting(String variable) {
    return variable.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.');
  }

  private static ComposeFile read() {
    try {
      return ComposeFile.read();
    } catch (IOException e) {
      throw new AssertionError(ComposeFile.FILE + " can't be read", e);
    }
  }
}
