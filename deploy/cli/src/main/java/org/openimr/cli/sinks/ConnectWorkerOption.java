package org.openimr.cli.sinks;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.openimr.sink.connect.client.ConnectRestClient;
import picocli.CommandLine.Option;

/** The Kafka Connect worker: {@code --worker}. */
final class ConnectWorkerOption {
  private static final String DEFAULT_URL = "http://127.0.0.1:8083";

  @Option(
      names = "--worker",
      paramLabel = "URL",
      description =
          "REST API of a Kafka Connect worker. Default: IMR_SINKS_WORKER, or " + DEFAULT_URL + ".")
  private @Nullable String url;

  ConnectRestClient client() {
    String address =
        url != null ? url : System.getenv().getOrDefault("IMR_SINKS_WORKER", DEFAULT_URL);
    return ConnectRestClient.of(
        URI.create(address.contains("://") ? address : "http://" + address));
  }
}
