package org.openimr.systemtest.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** What the Compose file's and the chart's one-shot jobs are told to do, in their order. */
final class SetupJobs {
  private static final Path CHART = Path.of("../kubernetes/chart").toAbsolutePath();

  private SetupJobs() {}

  /** By the order in which they wait for each other. */
  static List<List<String>> ofCompose() throws IOException {
    ComposeFile compose = ComposeFile.read();
    return Stream.of("topics", "schemas", "catalogue").map(compose::command).toList();
  }

  /** As Helm renders a first installation; Kubernetes starts them in any order. */
  static List<List<String>> ofChart() {
    String rendered = new Helm(CHART).template().withName("imr").withNamespace("letters").call();
    List<List<String>> jobs = new ArrayList<>();
    for (Object resource : new Yaml().loadAll(rendered)) {
      JsonNode job = new ObjectMapper().valueToTree(resource);
      if (job.path("kind").asText().equals("Job")) {
        JsonNode arguments = job.at("/spec/template/spec/containers/0/args");
        jobs.add(
            StreamSupport.stream(arguments.spliterator(), false).map(JsonNode::asText).toList());
      }
    }
    return jobs;
  }
}
