package org.openimr.sink.worker;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openimr.runtime.bootstrap.PeriodicTask;
import org.openimr.runtime.bootstrap.ServiceResources;
import org.openimr.runtime.health.HealthStatus;
import org.openimr.runtime.log.SafeFailureText;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.client.ConnectRestClient;
import org.openimr.sink.connect.client.ConnectorDeployment;
import org.openimr.sink.connect.client.ConnectorStatus;
import org.openimr.sink.connect.spi.SinkType;
import org.openimr.sink.connect.worker.ConnectWorker;
import org.openimr.sink.connect.worker.ConnectorSupervisor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A supervised worker with the configured connectors. Deployment is retried until the systems that
 * the connectors need are available.
 */
public final class SinkWorker implements Supplier<HealthStatus>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SinkWorker.class);
  private static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);
  private static final Duration READY_POLL = Duration.ofMillis(200);

  private final ServiceResources parts = new ServiceResources();
  private final Settings settings;
  private final ConnectWorker worker;
  private final ConnectorSupervisor supervisor;
  private final ConnectRestClient client;
  private final PeriodicTask deployment =
      new PeriodicTask("imr-sinks-deploy", READY_POLL, this::deploy);
  private long nextAttemptNanos = System.nanoTime();
  private volatile boolean deployed;
  private volatile Optional<String> obstacle = Optional.of("worker is starting");

  private SinkWorker(Settings settings, MeterRegistry metrics) {
    this.settings = settings;
    this.worker = parts.register(ConnectWorker.start(settings, plugins(settings)));
    this.client = parts.register(ConnectRestClient.of(worker.restAddress()));
    this.supervisor = parts.register(ConnectorSupervisor.start(worker.restAddress(), metrics));
  }

  /**
   * Starts the worker and deploys the connectors asynchronously.
   *
   * @param settings with all of {@link SinkTypes#settings}
   * @throws IllegalArgumentException naming the invalid setting
   */
  public static SinkWorker start(Settings settings, MeterRegistry metrics) {
    configured(settings).forEach(sink -> sink.connectors(settings));
    SinkWorker sinks = new SinkWorker(settings, metrics);
    sinks.deployment.start();
    return sinks;
  }

  /** Address of Connect's REST API. */
  public URI restAddress() {
    return worker.restAddress();
  }

  /** Whether the configured connectors are deployed. */
  public boolean isDeployed() {
    return deployed;
  }

  /** Status of all connectors at the last poll. */
  public List<ConnectorStatus> connectors() {
    return supervisor.latestStatuses();
  }

  /** Health of the connectors, or the reason why they are not deployed. */
  @Override
  public HealthStatus get() {
    if (!worker.isAlive()) {
      return HealthStatus.down("worker has stopped");
    }
    return obstacle.map(HealthStatus::down).orElseGet(supervisor);
  }

  /** Stops the worker and commits its offsets; must be called before stopping the broker. */
  @Override
  public void close() {
    deployment.close();
    parts.close();
  }

  private static List<SinkType> configured(Settings settings) {
    return SinkTypes.all().stream().filter(sink -> sink.isConfigured(settings)).toList();
  }

  private static List<Path> plugins(Settings settings) {
    return configured(settings).stream().flatMap(sink -> sink.pluginPaths().stream()).toList();
  }

  private void deploy() {
    if (System.nanoTime() - nextAttemptNanos < 0 || !client.isReady()) {
      return;
    }
    try {
      new ConnectorDeployment(SinkTypes.all(), settings).apply(client);
      deployed = true;
      obstacle = Optional.empty();
      deployment.close();
    } catch (RuntimeException e) {
      obstacle = Optional.of(obstacle(e));
      LOG.warn("deploying the sinks failed, retrying: {}", obstacle.get());
      nextAttemptNanos = System.nanoTime() + RETRY_INTERVAL.toNanos();
    }
  }

  /** Messages contain no text of a letter, because no connector has run yet. */
  private static String obstacle(RuntimeException failure) {
    return failure.getMessage() == null
        ? SafeFailureText.classChain(failure)
        : failure.getMessage();
  }
}
