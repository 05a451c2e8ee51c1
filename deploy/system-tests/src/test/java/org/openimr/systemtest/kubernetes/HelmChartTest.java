package org.openimr.systemtest.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelmChartTest {

  @Test
  void helmLintPasses() {
    assertThat(HelmChart.lint().isFailed()).as(HelmChart.lint().getMessages().toString()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "enrich.replicas, 13",
    "enrich.replica, 2",
    "kafka.authentication, none",
    "registry.url, apicurio:8080",
    "log.format, xml",
    "autoscaling.maxReplicas, 13",
    "ingest.storage.size, much",
    "sinks.env.PATH, /bin",
    "traces.samplingRatio, 2"
  })
  void aValueThatMayNotBeSoStopsTheInstallation(String path, String value) {
    assertThatThrownBy(() -> HelmChart.render(Map.of(path, value)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(path.substring(path.lastIndexOf('.') + 1));
  }

  @Test
  void rejectsUnauthenticatedIngress() {
    assertThatThrownBy(() -> HelmChart.render(Map.of("networkPolicy.enabled", false)))
        .hasMessageContaining("anybody could send letters");
    assertThatThrownBy(() -> HelmChart.render(Map.of("ingest.door.unprotected", false)))
        .hasMessageContaining("give tls and keys");
  }

  @Test
  void containersRunUnprivilegedWithReadOnlyFileSystem() throws IOException {
    for (Map.Entry<String, JsonNode> pod : HelmChart.render(HelmChart.EVERYTHING).pods().toList()) {
      assertThat(pod.getValue().at("/securityContext/runAsNonRoot").asBoolean())
          .as(pod.getKey())
          .isTrue();
      assertThat(pod.getValue().at("/automountServiceAccountToken").asText()).isEqualTo("false");
      for (JsonNode container : pod.getValue().get("containers")) {
        JsonNode security = container.get("securityContext");
        assertThat(security.get("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(security.get("allowPrivilegeEscalation").asText()).isEqualTo("false");
        assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
      }
    }
  }

  @Test
  void referencesSecretsWithoutTheirValues() throws IOException {
    for (Map<String, Object> values : List.of(HelmChart.EVERYTHING, HelmChart.WITH_PASSWORDS)) {
      assertThat(variables(HelmChart.render(values)))
          .filteredOn(
              variable -> variable.get("name").asText().matches(".*(PASSWORD|JAAS|USER_INFO).*"))
          .isNotEmpty()
          .allSatisfy(
              variable ->
                  assertThat(variable.at("/valueFrom/secretKeyRef/key").isTextual()).isTrue());
    }
  }

  @Test
  void servicesHaveProbes() throws IOException {
    for (JsonNode service : HelmChart.render(Map.of()).all("StatefulSet")) {
      JsonNode container = service.at("/spec/template/spec/containers/0");
      assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/live");
      assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/ready");
    }
  }

  @Test
  void streamsInstancesKeepIdentityAndState() throws IOException {
    HelmChart chart = HelmChart.render(Map.of());
    for (String name : List.of("imr-ingest", "imr-enrich")) {
      JsonNode service = chart.single("StatefulSet", name);
      JsonNode container = service.at("/spec/template/spec/containers/0");
      assertThat(
              variable(container, "IMR_KAFKA_GROUP_INSTANCE_ID")
                  .at("/valueFrom/fieldRef/fieldPath"))
          .hasToString("\"metadata.name\"");
      assertThat(service.at("/spec/volumeClaimTemplates/0/metadata/name").asText())
          .isEqualTo("state");
    }
  }

  @Test
  void disruptionBudgetAllowsOneInstance() throws IOException {
    HelmChart chart = HelmChart.render(Map.of());
    for (JsonNode service : chart.all("StatefulSet")) {
      JsonNode budget = chart.single("PodDisruptionBudget", HelmChart.name(service));
      assertThat(budget.at("/spec/maxUnavailable").asInt()).isEqualTo(1);
      assertThat(budget.at("/spec/selector")).isEqualTo(service.at("/spec/selector"));
    }
  }

  @Test
  void scaledServicesHaveNoReplicaCount() throws IOException {
    HelmChart chart = HelmChart.render(Map.of("autoscaling.enabled", true));
    for (JsonNode scaled : chart.all("ScaledObject")) {
      String target = scaled.at("/spec/scaleTargetRef/name").asText();
      assertThat(chart.single("StatefulSet", target).at("/spec/replicas").isMissingNode()).isTrue();
    }
    assertThat(HelmChart.render(Map.of()).all("ScaledObject")).isEmpty();
  }

  @Test
  void everyPodHasNetworkPolicyWithNamedPeers() throws IOException {
    HelmChart chart = HelmChart.render(Map.of());
    for (JsonNode policy : chart.all("NetworkPolicy")) {
      for (JsonNode rule : policy.at("/spec/ingress")) {
        assertThat(rule.get("from")).isNotEmpty();
        assertThat(rule.get("ports")).isNotEmpty();
      }
    }
    assertThat(chart.all("NetworkPolicy").stream().map(HelmChart::name))
        .containsExactlyInAnyOrder("imr-ingest", "imr-enrich", "imr-sinks", "imr-setup");
  }

  private static List<JsonNode> variables(HelmChart chart) throws IOException {
    return chart.pods().flatMap(pod -> elements(pod.getValue().at("/containers/0/env"))).toList();
  }

  private static JsonNode variable(JsonNode container, String name) {
    return elements(container.get("env"))
        .filter(variable -> variable.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
