package org.openimr.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.source.directory.DirectorySettings;
import org.openimr.ingest.source.http.HttpLimits;
import org.openimr.runtime.http.HttpListenerSettings;
import org.openimr.runtime.log.LogConfiguration;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;

/** The settings of this service, by name. */
public final class IngestSettings {
  public static final HttpListenerSettings HTTP_LISTENER =
      HttpListenerSettings.of("ingest.http", 8080);
  public static final Setting HTTP_ADDRESS = HTTP_LISTENER.address();
  public static final Setting HTTP_PORT = HTTP_LISTENER.port();
  public static final Setting HTTP_MAX_REQUESTS =
      Setting.of(
          "ingest.http.requests",
          Integer.toString(HttpLimits.DEFAULT.maxRequests()),
          "requests answered at a time; more may be sending their letters meanwhile");
  public static final Setting HTTP_MAX_BYTES =
      Setting.of(
          "ingest.http.bytes",
          Long.toString(HttpLimits.DEFAULT.maxBytesInFlight()),
          "bytes of all requests that are being answered");
  public static final Setting HTTP_BODY_TIMEOUT =
      Setting.of(
          "ingest.http.body.ms",
          Long.toString(HttpLimits.DEFAULT.bodyTimeout().toMillis()),
          "ms that the letters of a request may take to arrive");
  public static final Setting DELIVERY_TIMEOUT =
      Setting.of("ingest.delivery.ms", "10000", "ms that a letter may wait for the broker");
  public static final Setting DIRECTORY =
      Setting.of("ingest.directory", "", "folder that letters are taken from; empty for none");
  public static final Setting STATE =
      Setting.of("ingest.state", ".imr/ingest", "folder for the journal and Streams' state");
  public static final Setting THREADS =
      Setting.of("ingest.threads", "1", "Streams threads, each with a PDF worker");
  public static final Setting MAX_BYTES =
      Setting.of(
          "ingest.limit.bytes",
          Integer.toString(ExtractionLimits.DEFAULT.maxBytes()),
          "bytes of a letter");
  public static final Setting MAX_PAGES =
      Setting.of(
          "ingest.limit.pages",
          Integer.toString(ExtractionLimits.DEFAULT.maxPages()),
          "pages of a PDF");
  public static final Setting MAX_CHARACTERS =
      Setting.of(
          "ingest.limit.characters",
          Integer.toString(ExtractionLimits.DEFAULT.maxCharacters()),
          "characters of a letter's text");
  public static final Setting MAX_INFLATED_BYTES =
      Setting.of(
          "ingest.limit.inflated",
          Long.toString(ExtractionLimits.DEFAULT.maxInflatedBytes()),
          "bytes of a PDF's page contents, unpacked");
  public static final Setting MAX_MEMORY =
      Setting.of(
          "ingest.limit.memory",
          Integer.toString(ExtractionLimits.DEFAULT.maxMemoryMegabytes()),
          "MB of heap of a PDF worker, at least 32");
  public static final Setting MAX_TIME =
      Setting.of(
          "ingest.limit.time",
          Long.toString(ExtractionLimits.DEFAULT.maxTime().toMillis()),
          "ms of a processor's work for one PDF");

  private static final List<Setting> OWN =
      List.of(
          LogConfiguration.FORMAT,
          Tracing.ENDPOINT,
          Tracing.HEADERS,
          Tracing.SAMPLING_RATIO,
          HTTP_MAX_REQUESTS,
          HTTP_MAX_BYTES,
          HTTP_BODY_TIMEOUT,
          DELIVERY_TIMEOUT,
          DIRECTORY,
          STATE,
          THREADS,
          MAX_BYTES,
          MAX_PAGES,
          MAX_CHARACTERS,
          MAX_INFLATED_BYTES,
          MAX_MEMORY,
          MAX_TIME);

  /** All that this service knows. */
  public static final List<Setting> ALL =
      Stream.concat(HTTP_LISTENER.all().stream(), OWN.stream()).toList();

  private IngestSettings() {}

  static ExtractionLimits extractionLimits(Settings settings) {
    return new ExtractionLimits(
        settings.intNumber(MAX_BYTES),
        settings.intNumber(MAX_PAGES),
        settings.intNumber(MAX_CHARACTERS),
        settings.number(MAX_INFLATED_BYTES),
        settings.intNumber(MAX_MEMORY),
        settings.duration(MAX_TIME));
  }

  static HttpLimits httpLimits(Settings settings) {
    int letter = settings.intNumber(MAX_BYTES);
    int request = Math.max(letter, HttpLimits.DEFAULT.maxRequestBytes());
    return new HttpLimits(
        letter,
        request,
        settings.intNumber(HTTP_MAX_REQUESTS),
        Math.max(request, settings.number(HTTP_MAX_BYTES)),
        settings.duration(HTTP_BODY_TIMEOUT),
        HttpLimits.DEFAULT.maxIdempotencyKeys());
  }

  static Optional<DirectorySettings> directory(Settings settings) {
    return Optional.of(settings.text(DIRECTORY))
        .filter(folder -> !folder.isBlank())
        .map(folder -> DirectorySettings.of(Path.of(folder), state(settings)));
  }

  static Path state(Settings settings) {
    return Path.of(settings.text(STATE));
  }

  static Duration deliveryTimeout(Settings settings) {
    return settings.duration(DELIVERY_TIMEOUT);
  }
}
