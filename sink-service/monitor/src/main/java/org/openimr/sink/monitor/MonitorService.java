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

/** The monitor: statistics of outcomes, and the live page. */
public final class MonitorService implements AutoCloseable {
  private static final List<Topic> TOPICS =
      List.of(
          Topic.DETERMINATIONS,
          Topic.DEAD_LETTER_HEADS,
          Topic.DEAD_LETTERS_SETTLED,
          Topic.OUTCOME_STATISTICS);

  private final ServiceResources parts = new ServiceResources();
  private StreamsRunner streams;
  private MonitorHttpServer page;

  private MonitorService() {}

  /** Starts the monitor alone: its page says that it knows of no sinks. */
  public static MonitorService start(Settings settings) {
    return start(settings, PipelineStatus.NONE);
  }

  /**
   * Starts the monitor; it runs until it is closed.
   *
   * @param pipeline what the page shows of sinks and reconciliation; may be asked before they run
   * @throws IllegalArgumentException if a setting is not what it should be
   */
  public static MonitorService start(Settings settings, PipelineStatus pipeline) {
    MonitorService service = new MonitorService();
    try {
      service.open(settings.scopedTo(MonitorSettings.KAFKA), pipeline);
      return service;
    } catch (RuntimeException e) {
      service.close();
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

  /** Where the page is. */
  public int httpPort() {
    return page.httpPort();
  }

  /** Whether all partitions are at work, so that figures are whole. */
  public boolean isReady() {
    return streams.isRunning();
  }

  @Override
  public void close() {
    parts.close();
  }

  private void open(Settings settings, PipelineStatus pipeline) {
    ClinicalTextAccess key =
        ClinicalTextAccess.of(settings.text(MonitorSettings.CLINICAL_TEXT_KEY));
    Optional<HostInfo> advertised = advertised(settings);
    HttpListener door = MonitorSettings.HTTP_LISTENER.listener(settings, List.of(key::holderOf));
    Optional<String> peerKey = peerKey(settings, door, advertised);
    ClinicalTextAccess access = key.securedBy(door);
    ServiceMetrics metrics = parts.register(new ServiceMetrics());
    Admin admin = parts.register(Admin.create(Map.copyOf(settings.kafka())));
    BrokerHealthCheck broker = parts.register(new BrokerHealthCheck(settings.kafka(), TOPICS));
    RegistryHealthCheck registry = parts.register(new RegistryHealthCheck(settings.registry()));
    streams =
        parts.register(
            StreamsRunner.of(
                StatisticsTopology.of(settings.registry()),
                properties(settings),
                metrics.registry()));
    PeerClient others = parts.register(new PeerClient(peerKey));
    StatisticsView view =
        new StatisticsView(source(advertised, others), EventSerdes.of(settings.registry()));
    HealthMonitor health =
        parts.register(
            HealthMonitor.start(
                "monitor",
                Map.of("broker", broker, "registry", registry, "streams", streams),
                metrics.registry()));
    ThroughputSampler figures = new ThroughputSampler(view, new TopicLag(admin, readers(settings)));
    page =
        parts.register(
            MonitorHttpServer.open(
                door,
                hosts(settings, advertised),
                new MonitorHttpServer.PageContent(
                    view,
                    figures,
                    access,
                    pipeline,
                    others,
                    advertised.map(self -> new LocalStores(streams.streams()))),
                health::latest,
                metrics.registry()));
    // closed before the page, whose readers of events wait for them
    parts.register(figures);
    streams.start();
    figures.start();
  }

  private StatisticsStores source(Optional<HostInfo> advertised, PeerClient others) {
    return advertised
        .<StatisticsStores>map(self -> new DistributedStores(streams.streams(), self, others))
        .orElseGet(() -> StatisticsStores.singleInstance(streams.streams()));
  }

  private static Optional<HostInfo> advertised(Settings settings) {
    String address = settings.text(MonitorSettings.ADVERTISED).trim();
    try {
      return Optional.ofNullable(HostInfo.buildFromEndpoint(address));
    } catch (ConfigException e) {
      throw new IllegalArgumentException(
          "monitor.advertised is to be host:port, as in 10.0.0.7:8082, and not " + address, e);
    }
  }

  private static Optional<String> peerKey(
      Settings settings, HttpListener door, Optional<HostInfo> advertised) {
    Optional<String> key =
        Optional.of(settings.text(MonitorSettings.PEER_KEY)).filter(text -> !text.isBlank());
    if (advertised.isPresent() && door.tls().isPresent()) {
      throw new IllegalArgumentException(
          "instances of the monitor ask each other without TLS: leave %s empty and let a proxy do"
                  .formatted(MonitorSettings.HTTP_LISTENER.keystore().key())
              + " TLS, or run one instance");
    }
    if (advertised.isPresent() && door.authenticator().isRequired() && key.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is needed: %s"
              .formatted(MonitorSettings.PEER_KEY.key(), MonitorSettings.PEER_KEY.description()));
    }
    return key;
  }

  /** Other instances ask under the name that this one gave them. */
  private static List<String> hosts(Settings settings, Optional<HostInfo> advertised) {
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

  private static Map<TopicLag.Stage, TopicLag.StageConsumer> readers(Settings settings) {
    return Map.of(
        TopicLag.Stage.INGEST,
        new TopicLag.StageConsumer(settings.text(MonitorSettings.INGEST_GROUP), Topic.LETTERS_RAW),
        TopicLag.Stage.ENRICH,
        new TopicLag.StageConsumer(settings.text(MonitorSettings.ENRICH_GROUP), Topic.LETTERS),
        TopicLag.Stage.MONITOR,
        new TopicLag.StageConsumer(settings.text(MonitorSettings.GROUP), Topic.DETERMINATIONS));
  }
}
