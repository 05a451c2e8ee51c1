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
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Settings;
import org.openimr.schemas.StreamsDefaults;
import org.openimr.schemas.Topic;
import org.openimr.service.BrokerCheck;
import org.openimr.service.Health;
import org.openimr.service.Parts;
import org.openimr.service.RegistryCheck;
import org.openimr.service.ServiceMetrics;
import org.openimr.service.ServiceProcess;
import org.openimr.service.StreamsRunner;
import org.openimr.service.door.Door;
import org.openimr.service.log.ServiceLog;
import org.openimr.sink.monitor.flow.LiveFigures;
import org.openimr.sink.monitor.flow.TopicOffsets;
import org.openimr.sink.monitor.instances.AmongInstances;
import org.openimr.sink.monitor.instances.OtherInstances;
import org.openimr.sink.monitor.page.ClinicalTextAccess;
import org.openimr.sink.monitor.page.PageServer;
import org.openimr.sink.monitor.sinks.PipelineState;
import org.openimr.sink.monitor.statistics.HeldHere;
import org.openimr.sink.monitor.statistics.StatisticsTopology;
import org.openimr.sink.monitor.statistics.StatisticsView;
import org.openimr.sink.monitor.statistics.StoreSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The monitor: statistics of outcomes, and the live page. */
public final class MonitorService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MonitorService.class);
  private static final List<Topic> TOPICS =
      List.of(
          Topic.DETERMINATIONS,
          Topic.DEAD_LETTER_HEADS,
          Topic.DEAD_LETTERS_SETTLED,
          Topic.OUTCOME_STATISTICS);

  private final Parts parts = new Parts();
  private StreamsRunner streams;
  private PageServer page;

  private MonitorService() {}

  /** Starts the monitor alone: its page says that it knows of no sinks. */
  public static MonitorService start(Settings settings) {
    return start(settings, PipelineState.ALONE);
  }

  /**
   * Starts the monitor; it runs until it is closed.
   *
   * @param pipeline what the page shows of sinks and reconciliation; may be asked before they run
   * @throws IllegalArgumentException if a setting is not what it should be
   */
  public static MonitorService start(Settings settings, PipelineState pipeline) {
    MonitorService service = new MonitorService();
    try {
      service.open(settings.forPart(MonitorSettings.KAFKA), pipeline);
      return service;
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  /** Runs until the process is told to stop. */
  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.of(MonitorSettings.ALL, Settings.environment(System.getenv()));
    ServiceLog.open(settings, "monitor");
    LOG.info("settings {}", settings);
    ServiceProcess.run(() -> start(settings));
  }

  /** Where the page is. */
  public int port() {
    return page.port();
  }

  /** Whether all partitions are at work, so that figures are whole. */
  public boolean isReady() {
    return streams.isRunning();
  }

  @Override
  public void close() {
    parts.close();
  }

  private void open(Settings settings, PipelineState pipeline) {
    ClinicalTextAccess key =
        ClinicalTextAccess.of(settings.text(MonitorSettings.CLINICAL_TEXT_KEY));
    Optional<HostInfo> advertised = advertised(settings);
    Door door = MonitorSettings.DOOR.door(settings, List.of(key::holderOf));
    Optional<String> peerKey = peerKey(settings, door, advertised);
    ClinicalTextAccess access = key.behind(door);
    ServiceMetrics metrics = parts.opened(new ServiceMetrics());
    Admin admin = parts.opened(Admin.create(Map.copyOf(settings.kafka())));
    BrokerCheck broker = parts.opened(new BrokerCheck(settings.kafka(), TOPICS));
    RegistryCheck registry = parts.opened(new RegistryCheck(settings.registry()));
    streams =
        parts.opened(
            StreamsRunner.of(
                StatisticsTopology.of(settings.registry()),
                properties(settings),
                metrics.registry()));
    OtherInstances others = parts.opened(new OtherInstances(peerKey));
    StatisticsView view =
        new StatisticsView(source(advertised, others), EventSerdes.of(settings.registry()));
    Health health =
        parts.opened(
            Health.watch(
                "monitor",
                Map.of("broker", broker, "registry", registry, "streams", streams),
                metrics.registry()));
    LiveFigures figures = new LiveFigures(view, new TopicOffsets(admin, readers(settings)));
    page =
        parts.opened(
            PageServer.open(
                door,
                hosts(settings, advertised),
                new PageServer.Content(
                    view,
                    figures,
                    access,
                    pipeline,
                    others,
                    advertised.map(self -> new HeldHere(streams.streams()))),
                health::newest,
                metrics.registry()));
    // closed before the page, whose readers of events wait for them
    parts.opened(figures);
    streams.start();
    figures.start();
  }

  private StoreSource source(Optional<HostInfo> advertised, OtherInstances others) {
    return advertised
        .<StoreSource>map(self -> new AmongInstances(streams.streams(), self, others))
        .orElseGet(() -> StoreSource.alone(streams.streams()));
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
      Settings settings, Door door, Optional<HostInfo> advertised) {
    Optional<String> key =
        Optional.of(settings.text(MonitorSettings.PEER_KEY)).filter(text -> !text.isBlank());
    if (advertised.isPresent() && door.tls().isPresent()) {
      throw new IllegalArgumentException(
          "instances of the monitor ask each other without TLS: leave %s empty and let a proxy do"
                  .formatted(MonitorSettings.DOOR.keystore().key())
              + " TLS, or run one instance");
    }
    if (advertised.isPresent() && door.callers().areAsked() && key.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is needed: %s"
              .formatted(MonitorSettings.PEER_KEY.key(), MonitorSettings.PEER_KEY.meaning()));
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
            settings.text(MonitorSettings.STATE),
            settings.number(MonitorSettings.THREADS));
    advertised(settings)
        .ifPresent(self -> properties.put("application.server", self.host() + ":" + self.port()));
    properties.put("num.standby.replicas", settings.text(MonitorSettings.STANDBYS));
    return properties;
  }

  private static Map<TopicOffsets.Stage, TopicOffsets.Reader> readers(Settings settings) {
    return Map.of(
        TopicOffsets.Stage.INGEST,
        new TopicOffsets.Reader(settings.text(MonitorSettings.INGEST_GROUP), Topic.LETTERS_RAW),
        TopicOffsets.Stage.ENRICH,
        new TopicOffsets.Reader(settings.text(MonitorSettings.ENRICH_GROUP), Topic.LETTERS),
        TopicOffsets.Stage.MONITOR,
        new TopicOffsets.Reader(settings.text(MonitorSettings.GROUP), Topic.DETERMINATIONS));
  }
}
