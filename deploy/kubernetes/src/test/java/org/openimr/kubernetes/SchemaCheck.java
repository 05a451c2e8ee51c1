package org.openimr.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openimr.foreign.NodeProject;

/**
 * Holds resources against the schemas of Kubernetes, Strimzi, KEDA and the Prometheus operator, in
 * Node.
 */
final class SchemaCheck {
  private SchemaCheck() {}

  /** What it said, a line a fault, then a count. */
  record Verdict(int exitCode, List<String> lines) {}

  static Verdict of(String resources) throws IOException, InterruptedException {
    NodeProject node =
        NodeProject.installed(Path.of("src/test/node"), Path.of("target/schema-check"));
    Path file = Files.writeString(node.folder().resolve("resources.yaml"), resources);
    NodeProject.Output output = node.run("check.js", file.toString());
    return new Verdict(output.exitCode(), output.text().lines().toList());
  }
}
