package org.openimr.sink.connect.worker;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;
import org.openimr.schemas.settings.Settings;

/**
 * A Kafka Connect worker in this JVM, in distributed mode: workers of the same group share the
 * connectors and take over from each other. Close it before the broker.
 */
public final class ConnectWorker implements AutoCloseable {
  private final Connect<DistributedHerder> connect;
  private final URI restAddress;

  private ConnectWorker(Connect<DistributedHerder> connect, URI rest) {
    this.connect = connect;
    this.restAddress = rest;
  }

  /**
   * Starts a worker; it joins its group a little later, until when its REST API may answer that it
   * is not ready.
   *
   * @param settings those of {@link ConnectWorkerSettings} and of all sinks, the broker's, the
   *     registry's
   * @param plugins folders with connectors that are kept apart, more than the settings name
   * @throws IllegalArgumentException naming the setting that is not what it should be
   */
  public static ConnectWorker start(Settings settings, Collection<Path> plugins) {
    Connect<DistributedHerder> connect =
        new ConnectDistributed().startConnect(ConnectWorkerProperties.of(settings, plugins));
    return new ConnectWorker(connect, connect.rest().advertisedUrl());
  }

  /** Address of Connect's REST API. */
  public URI restAddress() {
    return restAddress;
  }

  /** Whether it works, or has not begun yet; false once it is stopped or has failed. */
  public boolean isAlive() {
    return !connect.herderTask().isDone();
  }

  /** Stops the tasks, writes their positions and leaves the group. */
  @Override
  public void close() {
    connect.stop();
    connect.awaitStop();
  }
}
