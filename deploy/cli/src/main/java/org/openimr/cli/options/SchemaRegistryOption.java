package org.openimr.cli.options;

import picocli.CommandLine.Option;

/** {@code --registry}. */
public final class SchemaRegistryOption {
  @Option(
      names = "--registry",
      paramLabel = "URL",
      description =
          "Schema registry. Without it: IMR_SCHEMA_REGISTRY_URL, else http://127.0.0.1:8081.")
  public String url;
}
