package org.openimr.systemtest.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.ResourcePattern;
import org.junit.jupiter.api.Test;
import org.openimr.enrich.EnrichService;
import org.openimr.ingest.IngestSettings;
import org.openimr.ingest.topology.IngestStreamsConfig;
import org.openimr.schemas.access.AccessRole;
import org.openimr.schemas.access.AclRules;
import org.openimr.schemas.access.Grant;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.worker.SinkServiceSettings;

/** The chart says what the code says. */
class HelmChartConsistencyTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void topicsMatchCode() throws IOException {
    isSame(
        "topics.json",
        Arrays.stream(Topic.values())
            .map(
                topic ->
                    ordered(
                        "name", topic.topicName(),
                        "partitions", topic.partitions(),
                        "settings", topic.configuration()))
            .toList());
  }

  @Test
  void userPermissionsMatchAclRules() throws IOException {
    Map<String, Object> users = new LinkedHashMap<>();
    for (AccessRole role : AccessRole.values()) {
      users.put(
          role.user(),
          AclRules.forRole(role).stream().map(HelmChartConsistencyTest::rule).toList());
    }

    isSame("access.json", users);
  }

  @Test
  void rendersTopicsAndUsersAsStrimziResources() throws IOException {
    HelmChart chart = HelmChart.render(Map.of());

    assertThat(chart.all("KafkaTopic")).hasSize(Topic.values().length);
    JsonNode raw = chart.single("KafkaTopic", Topic.LETTERS_RAW.topicName()).get("spec");
    assertThat(raw.get("partitions").asInt()).isEqualTo(Topic.LETTERS_RAW.partitions());
    assertThat(raw.at("/config/retention.ms").asText())
        .isEqualTo(Topic.LETTERS_RAW.configuration().get("retention.ms"));
    assertThat(chart.all("KafkaUser").stream().map(HelmChart::name))
        .containsExactlyInAnyOrder(
            Arrays.stream(AccessRole.values()).map(AccessRole::user).toArray(String[]::new));
  }

  @Test
  void servicesKnowTheirSettings() throws IOException {
    Map<String, List<Setting>> known =
        Map.of(
            "imr-ingest", IngestSettings.ALL,
            "imr-enrich", EnrichService.SETTINGS,
            "imr-sinks", SinkServiceSettings.all());
    for (Map<String, Object> values : List.of(HelmChart.EVERYTHING, HelmChart.WITH_PASSWORDS)) {
      for (JsonNode service : HelmChart.render(values).all("StatefulSet")) {
        Map<String, String> variables = new TreeMap<>();
        service
            .at("/spec/template/spec/containers/0/env")
            .forEach(one -> variables.put(one.get("name").asText(), one.path("value").asText("1")));

        // an unknown one would stop the start
        Settings.of(known.get(HelmChart.name(service)), Settings.readEnvironment(variables));
      }
    }
  }

  @Test
  void scalersUseTheGroupsOfTheServices() throws IOException {
    HelmChart chart = HelmChart.render(Map.of("autoscaling.enabled", true));

    JsonNode ingest = chart.single("ScaledObject", "imr-ingest").at("/spec/triggers/0/metadata");
    assertThat(ingest.get("consumerGroup").asText()).isEqualTo(IngestStreamsConfig.APPLICATION_ID);
    assertThat(ingest.get("topic").asText()).isEqualTo(Topic.LETTERS_RAW.topicName());
    JsonNode enrich = chart.single("ScaledObject", "imr-enrich").at("/spec/triggers/0/metadata");
    assertThat(enrich.get("consumerGroup").asText())
        .isEqualTo(EnrichService.APPLICATION_ID.defaultValue());
    assertThat(enrich.get("topic").asText()).isEqualTo(Topic.LETTERS.topicName());
  }

  @Test
  void portsMatchServiceDefaults() throws IOException {
    HelmChart chart = HelmChart.render(Map.of());

    assertThat(port(chart, "imr-ingest")).isEqualTo(IngestSettings.HTTP_PORT.defaultValue());
    assertThat(port(chart, "imr-enrich")).isEqualTo(EnrichService.HTTP_PORT.defaultValue());
    assertThat(port(chart, "imr-sinks")).isEqualTo(SinkServiceSettings.HTTP_PORT.defaultValue());
  }

  private static String port(HelmChart chart, String service) throws IOException {
    return chart
        .single("StatefulSet", service)
        .at("/spec/template/spec/containers/0/readinessProbe/httpGet/port")
        .asText();
  }

  private static Map<String, Object> rule(Grant grant) {
    ResourcePattern resource = grant.resource().pattern();
    return ordered(
        "type",
        switch (resource.resourceType()) {
          case TOPIC -> "topic";
          case GROUP -> "group";
          case CLUSTER -> "cluster";
          case TRANSACTIONAL_ID -> "transactionalId";
          default -> throw new IllegalArgumentException(resource.toString());
        },
        "name",
        resource.name(),
        "pattern",
        grant.resource().isPrefix() ? "prefix" : "literal",
        "operations",
        grant.operations().stream().map(operation -> strimzi(operation.name())).toList());
  }

  /** {@code DescribeConfigs} for {@code DESCRIBE_CONFIGS}. */
  private static String strimzi(String operation) {
    return Arrays.stream(operation.split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static void isSame(String file, Object ofTheCode) throws IOException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
    Path expected = Path.of("target", file).toAbsolutePath();
    Files.createDirectories(expected.getParent());
    Files.writeString(expected, JSON.writer(printer).writeValueAsString(ofTheCode) + "\n");
    Path inChart = HelmChart.FOLDER.resolve("files").resolve(file);
    assertThat(JSON.readTree(inChart.toFile()))
        .as("%s must match the code: cp %s %s", file, expected, inChart)
        .isEqualTo(JSON.readTree(expected.toFile()));
  }
}
