package org.openimr.cli.options;

import picocli.CommandLine.Option;

/** {@code --bootstrap}. */
public final class BootstrapServerOption {
  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Kafka broker. Without it: IMR_KAFKA_BOOTSTRAP_SERVERS, else 127.0.0.1:9092.")
  public String bootstrap;
}
