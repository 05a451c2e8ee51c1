package org.openimr.systemtest.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelmChartSchemaIT {

  @Test
  void renderedManifestsMatchTheirSchemas() throws Exception {
    for (Map<String, Object> values :
        List.of(Map.<String, Object>of(), HelmChart.EVERYTHING, HelmChart.WITH_PASSWORDS)) {
      // Given
      HelmChart chart = HelmChart.render(values);

      // When
      KubernetesSchemaCheck.CheckResult verdict = KubernetesSchemaCheck.check(chart.text());

      // Then
      assertThat(verdict.lines())
          .containsExactly(chart.resources().size() + " resources, 0 faults");
      assertThat(verdict.exitCode()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "podManagementPolicy: Parallel, podManagementPolicies: Parallel, StatefulSet imr-ingest",
    "allowPrivilegeEscalation:, allowPrivilegesEscalation:, StatefulSet imr-enrich",
    "containerPort: 8084, containerPort: http, StatefulSet imr-enrich",
    "partitions: 12, partitions: twelve, KafkaTopic imr.letters.v1",
    "topicName:, topic:, KafkaTopic imr.letters.v1",
    "patternType: prefix, patternType: begins, KafkaUser imr-enrich",
    "triggers:, trigger:, ScaledObject imr-ingest",
    "podMetricsEndpoints:, podMetricEndpoints:, PodMonitor imr-sinks",
    "for: 2m, since: 2m, PrometheusRule imr",
    "policyTypes:, policyType:, NetworkPolicy imr-setup",
    "maxUnavailable:, maxUnavailables:, PodDisruptionBudget imr-sinks"
  })
  void aFieldThatIsWrongIsFoundWhereItIs(String right, String wrong, String resource)
      throws Exception {
    // Given
    String text = HelmChart.render(HelmChart.EVERYTHING).text();
    assertThat(text).contains(right);

    // When
    KubernetesSchemaCheck.CheckResult verdict =
        KubernetesSchemaCheck.check(text.replace(right, wrong));

    // Then
    assertThat(verdict.exitCode()).isNotZero();
    assertThat(verdict.lines()).anyMatch(line -> line.startsWith(resource + ": "));
  }
}
