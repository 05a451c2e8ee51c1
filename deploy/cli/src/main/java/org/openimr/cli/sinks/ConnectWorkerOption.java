package org.openimr.cli.sinks;

import java.net.URI;
import org.openimr.sink.connect.client.ConnectRestClient;
import picocli.CommandLine.Option;

/** {@code --worker}. */
final class ConnectWorkerOption {
  private static final String DEFAULT_URL = "http://127.0.0.1:8083";

  @Option(
      names = "--worker",
      paramLabel = "URL",
      description =
          "A worker's REST API; imr up prints it. Without it: IMR_SINKS_WORKER, else "
              + DEFAULT_URL)
  private String url;

  ConnectRestClient client() {
    String named =
        url != null ? url : System.getenv().getOrDefault("IMR_SINKS_WORKER", DEFAULT_URL);
    return ConnectRestClient.of(URI.create(named.contains("://") ? named : "http://" + named));
  }
}
