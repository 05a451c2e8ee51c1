package org.openimr.local.sinks;

import java.net.URI;
import org.openimr.sink.connect.SinksClient;
import picocli.CommandLine.Option;

/** {@code --worker}. */
final class WorkerOption {
  private static final String STANDARD = "http://127.0.0.1:8083";

  @Option(
      names = "--worker",
      paramLabel = "URL",
      description =
          "A worker's REST API; imr up prints it. Without it: IMR_SINKS_WORKER, else " + STANDARD)
  private String url;

  SinksClient client() {
    String named = url != null ? url : System.getenv().getOrDefault("IMR_SINKS_WORKER", STANDARD);
    return SinksClient.of(URI.create(named.contains("://") ? named : "http://" + named));
  }
}
