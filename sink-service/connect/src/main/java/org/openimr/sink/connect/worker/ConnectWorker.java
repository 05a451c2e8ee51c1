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
 * connectors and take over from each other. Must be closed before the broker.
 */
public final class ConnectWorker implements AutoCloseable {
  private final Connect<DistributedHerder> connect;
  private final URI restAddress;

  private ConnectWorker(Connect<DistributedHerder> connect, URI restAddress) {
    this.connect = connect;
    this.restAddress = restAddress;
  }

  /**
   * Starts a worker, which joins its group asynchronously; its REST API may report that it is not
   * ready until then.
   *
   * @param settings settings of {@link ConnectWorkerSettings}, of all sinks, of broker and registry
   * @param plugins plugin directories in addition to those of the settings
   * @throws IllegalArgumentException naming the invalid setting
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

  /** Whether the worker is starting or running; false after it was stopped or has failed. */
  public boolean isAlive() {
    return !connect.herderTask().isDone();
  }

  /** Stops the tasks, commits their offsets and leaves the group. */
  @Override
  public void close() {
    connect.stop();
    connect.awaitStop();
  }
}
