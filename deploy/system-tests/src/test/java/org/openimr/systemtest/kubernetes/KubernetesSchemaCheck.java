package org.openimr.systemtest.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openimr.testkit.NodeProject;

/**
 * Holds resources against the schemas of Kubernetes, Strimzi, KEDA and the Prometheus operator, in
 * Node.
 */
final class KubernetesSchemaCheck {
  private KubernetesSchemaCheck() {}

  /** What it said, a line a fault, then a count. */
  record CheckResult(int exitCode, List<String> lines) {}

  static CheckResult check(String resources) throws IOException, InterruptedException {
    NodeProject node =
        NodeProject.install(Path.of("src/test/node/kubernetes"), Path.of("target/schema-check"));
    Path file = Files.writeString(node.folder().resolve("resources.yaml"), resources);
    NodeProject.Output output = node.run("check.js", file.toString());
    return new CheckResult(output.exitCode(), output.text().lines().toList());
  }
}
