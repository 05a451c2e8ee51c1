package org.openimr.kubernetes;

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
import org.openimr.ingest.topology.IngestStreams;
import org.openimr.schemas.Setting;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import org.openimr.schemas.access.AccessTable;
import org.openimr.schemas.access.Grant;
import org.openimr.schemas.access.Role;
import org.openimr.sink.SinkServiceSettings;

/** The chart says what the code says. */
class ChartAndCodeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void topicsAreThoseOfTheCode() throws IOException {
    isSame(
        "topics.json",
        Arrays.stream(Topic.values())
            .map(
                topic ->
                    ordered(
                        "name", topic.topicName(),
                        "partitions", topic.partitions(),
                        "settings", topic.settings()))
            .toList());
  }

  @Test
  void usersMayDoWhatTheAccessTableGrantsThemAndNoMore() throws IOException {
    Map<String, Object> users = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      users.put(role.user(), AccessTable.of(role).stream().map(ChartAndCodeTest::rule).toList());
    }

    isSame("access.json", users);
  }

  @Test
  void topicsAndUsersComeAsStrimzisResources() throws IOException {
    Chart chart = Chart.rendered(Map.of());

    assertThat(chart.all("KafkaTopic")).hasSize(Topic.values().length);
    JsonNode raw = chart.one("KafkaTopic", Topic.LETTERS_RAW.topicName()).get("spec");
    assertThat(raw.get("partitions").asInt()).isEqualTo(Topic.LETTERS_RAW.partitions());
    assertThat(raw.at("/config/retention.ms").asText())
        .isEqualTo(Topic.LETTERS_RAW.settings().get("retention.ms"));
    assertThat(chart.all("KafkaUser").stream().map(Chart::name))
        .containsExactlyInAnyOrder(
            Arrays.stream(Role.values()).map(Role::user).toArray(String[]::new));
  }

  @Test
  void eachServiceKnowsAllSettingsThatItIsGiven() throws IOException {
    Map<String, List<Setting>> known =
        Map.of(
            "imr-ingest", IngestSettings.ALL,
            "imr-enrich", EnrichService.SETTINGS,
            "imr-sinks", SinkServiceSettings.all());
    for (Map<String, Object> values : List.of(Chart.EVERYTHING, Chart.WITH_PASSWORDS)) {
      for (JsonNode service : Chart.rendered(values).all("StatefulSet")) {
        Map<String, String> variables = new TreeMap<>();
        service
            .at("/spec/template/spec/containers/0/env")
            .forEach(one -> variables.put(one.get("name").asText(), one.path("value").asText("1")));

        // an unknown one would stop the start
        Settings.of(known.get(Chart.name(service)), Settings.environment(variables));
      }
    }
  }

  @Test
  void instancesAreAddedByTheLagOfTheGroupsThatTheServicesHave() throws IOException {
    Chart chart = Chart.rendered(Map.of("autoscaling.enabled", true));

    JsonNode ingest = chart.one("ScaledObject", "imr-ingest").at("/spec/triggers/0/metadata");
    assertThat(ingest.get("consumerGroup").asText()).isEqualTo(IngestStreams.APPLICATION_ID);
    assertThat(ingest.get("topic").asText()).isEqualTo(Topic.LETTERS_RAW.topicName());
    JsonNode enrich = chart.one("ScaledObject", "imr-enrich").at("/spec/triggers/0/metadata");
    assertThat(enrich.get("consumerGroup").asText()).isEqualTo(EnrichService.GROUP.standard());
    assertThat(enrich.get("topic").asText()).isEqualTo(Topic.LETTERS.topicName());
  }

  @Test
  void portsAreThoseThatServicesListenOn() throws IOException {
    Chart chart = Chart.rendered(Map.of());

    assertThat(port(chart, "imr-ingest")).isEqualTo(IngestSettings.HTTP_PORT.standard());
    assertThat(port(chart, "imr-enrich")).isEqualTo(EnrichService.HTTP_PORT.standard());
    assertThat(port(chart, "imr-sinks")).isEqualTo(SinkServiceSettings.HTTP_PORT.standard());
  }

  private static String port(Chart chart, String service) throws IOException {
    return chart
        .one("StatefulSet", service)
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
    Path inChart = Chart.FOLDER.resolve("files").resolve(file);
    assertThat(JSON.readTree(inChart.toFile()))
        .as("%s is to be as the code says: cp %s %s", file, expected, inChart)
        .isEqualTo(JSON.readTree(expected.toFile()));
  }
}
