package org.openimr.sink.monitor;

import java.util.List;
import java.util.stream.Stream;
import org.openimr.runtime.http.HttpListenerSettings;
import org.openimr.runtime.log.LogConfiguration;
import org.openimr.schemas.settings.Setting;

/** Settings of the monitor, {@code monitor.*}. */
public final class MonitorSettings {
  public static final HttpListenerSettings HTTP_LISTENER =
      HttpListenerSettings.of("monitor.http", 8082);
  public static final Setting HTTP_ADDRESS = HTTP_LISTENER.address();
  public static final Setting HTTP_PORT = HTTP_LISTENER.port();
  public static final Setting HTTP_HOSTS =
      Setting.of(
          "monitor.http.hosts",
          "localhost,127.0.0.1,[::1]",
          "allowed host names of requests, comma-separated; requests for other hosts are rejected");
  public static final Setting ADVERTISED =
      Setting.of(
          "monitor.advertised",
          "",
          "host:port at which other instances reach this one; empty for a single instance");
  public static final Setting DOCS_URL =
      Setting.of(
          "monitor.docs.url",
          "",
          "URL of the documentation (imr docs) that the page links to; empty: no links");
  public static final Setting PEER_KEY =
      new Setting(
          "monitor.peer.key",
          "",
          "API key that this instance sends to other instances; required if they require keys",
          true);
  public static final Setting CLINICAL_TEXT_KEY =
      new Setting(
          "monitor.clinical.text.key.sha256",
          "",
          "SHA-256 in hex of the bearer key that may read clinical fields; empty allows none",
          true);
  public static final Setting THREADS =
      Setting.of("monitor.threads", "1", "stream threads, at least 1");
  public static final Setting STANDBYS =
      Setting.of(
          "monitor.standbys", "0", "standby copies of each store on other instances, at least 0");
  public static final Setting STATE_DIR =
      Setting.of("monitor.state.dir", "/var/lib/imr/monitor", "directory of local state");
  public static final Setting GROUP =
      Setting.of(
          "monitor.application.id", "imr-monitor", "consumer group and prefix of internal topics");
  public static final Setting INGEST_GROUP =
      Setting.of(
          "monitor.ingest.group", "imr-ingest", "consumer group whose lag on raw letters is shown");
  public static final Setting ENRICH_GROUP =
      Setting.of(
          "monitor.enrich.group", "imr-enrich", "consumer group whose lag on letters is shown");

  /** Kafka client settings for a monitor whose principal differs from the one of the sinks. */
  public static final Setting KAFKA = Setting.kafkaPattern("monitor");

  private static final List<Setting> OWN =
      List.of(
          LogConfiguration.FORMAT,
          HTTP_HOSTS,
          ADVERTISED,
          DOCS_URL,
          PEER_KEY,
          CLINICAL_TEXT_KEY,
          THREADS,
          STANDBYS,
          STATE_DIR,
          GROUP,
          INGEST_GROUP,
          ENRICH_GROUP,
          KAFKA);

  /** All settings of the monitor. */
  public static final List<Setting> ALL =
      Stream.concat(HTTP_LISTENER.all().stream(), OWN.stream()).toList();

  private MonitorSettings() {}
}
