package org.openimr.sink.monitor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.state.HostInfo;
import org.openimr.runtime.bootstrap.ServiceBootstrap;
import org.openimr.runtime.bootstrap.ServiceMetrics;
import org.openimr.runtime.bootstrap.ServiceResources;
import org.openimr.runtime.health.BrokerHealthCheck;
import org.openimr.runtime.health.HealthMonitor;
import org.openimr.runtime.health.RegistryHealthCheck;
import org.openimr.runtime.http.HttpListener;
import org.openimr.runtime.streams.StreamsDefaults;
import org.openimr.runtime.streams.StreamsRunner;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.monitor.pipeline.PipelineStatus;
import org.openimr.sink.monitor.pipeline.ThroughputSampler;
import org.openimr.sink.monitor.pipeline.TopicLag;
import org.openimr.sink.monitor.statistics.StatisticsTopology;
import org.openimr.sink.monitor.store.DistributedStores;
import org.openimr.sink.monitor.store.LocalStores;
import org.openimr.sink.monitor.store.PeerClient;
import org.openimr.sink.monitor.store.StatisticsStores;
import org.openimr.sink.monitor.store.StatisticsView;
import org.openimr.sink.monitor.web.ClinicalTextAccess;
import org.openimr.sink.monitor.web.MonitorHttpServer;

/** The monitor service: outcome statistics, a live page and a REST API. */
public final class MonitorService implements AutoCloseable {
  private static final List<Topic> TOPICS =
      List.of(
          Topic.DETERMINATIONS,
          Topic.DEAD_LETTER_HEADS,
          Topic.DEAD_LETTERS_SETTLED,
          Topic.OUTCOME_STATISTICS);

  private static final String WARNINGS_PAGE = "trust.html";

  private final ServiceResources resources;
  private final StreamsRunner streams;
  private final MonitorHttpServer server;

  private MonitorService(ServiceResources resources, Settings settings, PipelineStatus pipeline) {
    this.resources = resources;
    ClinicalTextAccess singleKey =
        ClinicalTextAccess.of(settings.text(MonitorSettings.CLINICAL_TEXT_KEY));
    Optional<HostInfo> advertised = advertised(settings);
    Optional<String> documentation = documentation(settings);
    HttpListener listener =
        MonitorSettings.HTTP_LISTENER.listener(settings, List.of(singleKey::authenticate));
    Optional<String> peerKey = peerKey(settings, listener, advertised);
    ClinicalTextAccess access = singleKey.securedBy(listener);
    ServiceMetrics metrics = resources.register(new ServiceMetrics());
    Admin admin = resources.register(Admin.create(Map.copyOf(settings.kafka())));
    BrokerHealthCheck broker = resources.register(new BrokerHealthCheck(settings.kafka(), TOPICS));
    RegistryHealthCheck registry = resources.register(new RegistryHealthCheck(settings.registry()));
    streams =
        resources.register(
            StreamsRunner.of(
                StatisticsTopology.of(settings.registry()),
                properties(settings),
                metrics.registry()));
    PeerClient peers = resources.register(new PeerClient(peerKey));
    StatisticsView view =
        new StatisticsView(stores(advertised, peers), EventSerdes.of(settings.registry()));
    HealthMonitor health =
        resources.register(
            HealthMonitor.start(
                "monitor",
                Map.of("broker", broker, "registry", registry, "streams", streams),
                metrics.registry()));
    ThroughputSampler sampler =
        new ThroughputSampler(view, new TopicLag(admin, stageConsumers(settings)));
    server =
        resources.register(
            MonitorHttpServer.open(
                listener,
                allowedHosts(settings, advertised),
                new MonitorHttpServer.PageContent(
                    view,
                    sampler,
                    access,
                    pipeline,
                    peers,
                    advertised.map(self -> new LocalStores(streams.streams())),
                    documentation),
                health::latest,
                metrics.registry()));
    // closed before the server, whose event streams wait for samples
    resources.register(sampler);
    streams.start();
    sampler.start();
  }

  /** Starts the monitor without a sink worker; the page reports that no sinks are known. */
  public static MonitorService start(Settings settings) {
    return start(settings, PipelineStatus.NONE);
  }

  /**
   * Starts the monitor, which runs until it is closed.
   *
   * @param pipeline status of sinks and reconciliation for the page; may be queried before they run
   * @throws IllegalArgumentException if a setting is invalid
   */
  public static MonitorService start(Settings settings, PipelineStatus pipeline) {
    ServiceResources resources = new ServiceResources();
    try {
      return new MonitorService(resources, settings.scopedTo(MonitorSettings.KAFKA), pipeline);
    } catch (RuntimeException e) {
      resources.close();
      throw e;
    }
  }

  /**
   * Runs the service until the process is asked to terminate.
   *
   * @param arguments {@code [FILE] [--KEY=VALUE ...]}: a file of settings, and flags
   */
  public static void main(String[] arguments) throws Exception {
    ServiceBootstrap.run("monitor", MonitorSettings.ALL, arguments, MonitorService::start);
  }

  /** The HTTP port of the page. */
  public int httpPort() {
    return server.httpPort();
  }

  /** Whether all partitions are running, so that counts are complete. */
  public boolean isReady() {
    return streams.isRunning();
  }

  @Override
  public void close() {
    resources.close();
  }

  private StatisticsStores stores(Optional<HostInfo> advertised, PeerClient peers) {
    return advertised
        .<StatisticsStores>map(self -> new DistributedStores(streams.streams(), self, peers))
        .orElseGet(() -> StatisticsStores.singleInstance(streams.streams()));
  }

  /** URL of the page that describes warnings; empty if the documentation is not published. */
  private static Optional<String> documentation(Settings settings) {
    String url = settings.text(MonitorSettings.DOCS_URL).strip();
    if (!url.isEmpty() && !url.matches("https?://\\S+")) {
      throw new IllegalArgumentException(
          MonitorSettings.DOCS_URL.key() + " must begin with https:// or http://, but is " + url);
    }
    return url.isEmpty()
        ? Optional.empty()
        : Optional.of(url.replaceFirst("/*$", "/") + WARNINGS_PAGE);
  }

  private static Optional<HostInfo> advertised(Settings settings) {
    String address = settings.text(MonitorSettings.ADVERTISED).trim();
    try {
      return Optional.ofNullable(HostInfo.buildFromEndpoint(address));
    } catch (ConfigException e) {
      throw new IllegalArgumentException(
          "monitor.advertised must be host:port, such as 10.0.0.7:8082, but is " + address, e);
    }
  }

  private static Optional<String> peerKey(
      Settings settings, HttpListener listener, Optional<HostInfo> advertised) {
    Optional<String> key =
        Optional.of(settings.text(MonitorSettings.PEER_KEY)).filter(text -> !text.isBlank());
    if (advertised.isPresent() && listener.tls().isPresent()) {
      throw new IllegalArgumentException(
          "monitor instances query each other without TLS: leave %s empty and terminate TLS at a proxy,"
                  .formatted(MonitorSettings.HTTP_LISTENER.keystore().key())
              + " or run one instance");
    }
    if (advertised.isPresent() && listener.authenticator().isRequired() && key.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is required: %s"
              .formatted(MonitorSettings.PEER_KEY.key(), MonitorSettings.PEER_KEY.description()));
    }
    return key;
  }

  /** Includes the advertised host, which other instances send in the Host header. */
  private static List<String> allowedHosts(Settings settings, Optional<HostInfo> advertised) {
    return Stream.concat(
            Arrays.stream(settings.text(MonitorSettings.HTTP_HOSTS).split(",")),
            advertised.map(HostInfo::host).stream())
        .toList();
  }

  private static Properties properties(Settings settings) {
    Properties properties =
        StreamsDefaults.of(
            settings,
            settings.text(MonitorSettings.GROUP),
            settings.text(MonitorSettings.STATE_DIR),
            settings.number(MonitorSettings.THREADS));
    advertised(settings)
        .ifPresent(self -> properties.put("application.server", self.host() + ":" + self.port()));
    properties.put("num.standby.replicas", settings.text(MonitorSettings.STANDBYS));
    return properties;
  }

  private static Map<TopicLag.Stage, TopicLag.StageConsumer> stageConsumers(Settings settings) {
    return Map.of(
        TopicLag.Stage.INGEST,
        new TopicLag.StageConsumer(settings.text(MonitorSettings.INGEST_GROUP), Topic.LETTERS_RAW),
        TopicLag.Stage.ENRICH,
        new TopicLag.StageConsumer(settings.text(MonitorSettings.ENRICH_GROUP), Topic.LETTERS),
        TopicLag.Stage.MONITOR,
        new TopicLag.StageConsumer(settings.text(MonitorSettings.GROUP), Topic.DETERMINATIONS));
  }
}
