package org.openimr.systemtest.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart as Helm itself renders it. */
record HelmChart(String text) {
  static final Path FOLDER = Path.of("../kubernetes/chart").toAbsolutePath().normalize();
  static final String NAMESPACE = "letters";
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** All that can be turned on. */
  static final Map<String, Object> EVERYTHING =
      Map.ofEntries(
          Map.entry("autoscaling.enabled", true),
          Map.entry("traces.endpoint", "http://otel-collector:4318/v1/traces"),
          Map.entry("registry.secret", "registry-login"),
          Map.entry("image.pullSecrets[0]", "of-the-registry"),
          Map.entry("ingest.door.tls", "imr-door"),
          Map.entry("ingest.door.keys", "imr-keys"),
          Map.entry("monitor.keys", "imr-monitor-keys"),
          Map.entry("sinks.secrets[0]", "imr-database"),
          Map.entry("sinks.env.IMR_SINKS_DATABASE_URL", "jdbc:postgresql://db:5432/imr"),
          Map.entry("enrich.storage.class", "fast"),
          Map.entry("networkPolicy.senders[0].podSelector.matchLabels.sends", "letters"));

  static final Map<String, Object> WITH_PASSWORDS =
      Map.of("kafka.authentication", "scram-sha-512", "autoscaling.enabled", true);

  /**
   * Renders it.
   *
   * @param values by path, in place of those of {@code values.yaml}
   * @throws IllegalStateException with Helm's own words if a value may not be so
   */
  static HelmChart render(Map<String, Object> values) {
    TemplateCommand template = new Helm(FOLDER).template().withName("imr").withNamespace(NAMESPACE);
    values.forEach(template::set);
    return new HelmChart(template.call());
  }

  static LintResult lint() {
    return new Helm(FOLDER).lint().call();
  }

  /** All resources. */
  List<JsonNode> resources() throws IOException {
    try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(text)) {
      return all.readAll().stream().filter(JsonNode::isObject).toList();
    }
  }

  /** Those of a kind. */
  List<JsonNode> all(String kind) throws IOException {
    return resources().stream().filter(one -> one.get("kind").asText().equals(kind)).toList();
  }

  JsonNode single(String kind, String name) throws IOException {
    return all(kind).stream().filter(one -> name(one).equals(name)).findFirst().orElseThrow();
  }

  /** Pods' own parts of all that makes pods, by name. */
  Stream<Map.Entry<String, JsonNode>> pods() throws IOException {
    return resources().stream()
        .filter(one -> one.at("/spec/template/spec").isObject())
        .map(one -> Map.entry(name(one), one.at("/spec/template/spec")));
  }

  static String name(JsonNode resource) {
    return resource.at("/metadata/name").asText();
  }
}
