package org.openimr.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.source.directory.DirectorySettings;
import org.openimr.ingest.source.http.HttpLimits;
import org.openimr.ingest.topology.LetterLimits;
import org.openimr.runtime.http.HttpListenerSettings;
import org.openimr.runtime.log.LogConfiguration;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/** Settings of the ingest service. */
public final class IngestSettings {
  public static final HttpListenerSettings HTTP_LISTENER =
      HttpListenerSettings.of("ingest.http", 8080);
  public static final Setting HTTP_ADDRESS = HTTP_LISTENER.address();
  public static final Setting HTTP_PORT = HTTP_LISTENER.port();
  public static final Setting HTTP_MAX_REQUESTS =
      Setting.of(
              "ingest.http.max.requests",
              Integer.toString(HttpLimits.DEFAULT.maxRequests()),
              "requests processed at a time; more clients may be sending request bodies")
          .replacing("ingest.http.requests");
  public static final Setting HTTP_MAX_BYTES =
      Setting.of(
              "ingest.http.max.in.flight.bytes",
              Long.toString(HttpLimits.DEFAULT.maxBytesInFlight()),
              "bytes of all requests in flight")
          .replacing("ingest.http.bytes");
  public static final Setting HTTP_BODY_TIMEOUT =
      Setting.of(
              "ingest.http.body.timeout.ms",
              Long.toString(HttpLimits.DEFAULT.bodyTimeout().toMillis()),
              "ms within which a request body must arrive")
          .replacing("ingest.http.body.ms");
  public static final Setting DELIVERY_TIMEOUT =
      Setting.of(
              "ingest.delivery.timeout.ms",
              "10000",
              "ms within which the broker must confirm a letter")
          .replacing("ingest.delivery.ms");
  public static final Setting DIRECTORY =
      Setting.of("ingest.directory", "", "directory to read letters from; empty: none");
  public static final Setting STATE_DIRECTORY =
      Setting.of(
              "ingest.state.dir",
              ".imr/ingest",
              "directory for the journal of ingested files and the state of Kafka Streams")
          .replacing("ingest.state");
  public static final Setting THREADS =
      Setting.of("ingest.threads", "1", "stream threads, each with one PDF worker process");
  public static final Setting MAX_BYTES =
      Setting.of(
          "ingest.limit.bytes",
          Integer.toString(ExtractionLimits.DEFAULT.maxBytes()),
          "maximum bytes of a letter");
  public static final Setting MAX_PAGES =
      Setting.of(
          "ingest.limit.pages",
          Integer.toString(ExtractionLimits.DEFAULT.maxPages()),
          "maximum pages of a PDF");
  public static final Setting MAX_CHARACTERS =
      Setting.of(
          "ingest.limit.characters",
          Integer.toString(ExtractionLimits.DEFAULT.maxCharacters()),
          "maximum characters of a letter's text");
  public static final Setting MAX_LETTERS =
      Setting.of(
          "ingest.limit.letters",
          Integer.toString(LetterLimits.DEFAULT.maxLetters()),
          "maximum letters in a document");
  public static final Setting MAX_INFLATED_BYTES =
      Setting.of(
              "ingest.limit.inflated.bytes",
              Long.toString(ExtractionLimits.DEFAULT.maxInflatedBytes()),
              "maximum bytes of a PDF's page contents, uncompressed")
          .replacing("ingest.limit.inflated");
  public static final Setting MAX_MEMORY =
      Setting.of(
              "ingest.limit.memory.mb",
              Integer.toString(ExtractionLimits.DEFAULT.maxMemoryMegabytes()),
              "MB of heap of a PDF worker process, at least 32")
          .replacing("ingest.limit.memory");
  public static final Setting MAX_TIME =
      Setting.of(
              "ingest.limit.time.ms",
              Long.toString(ExtractionLimits.DEFAULT.maxTime().toMillis()),
              "maximum ms of CPU time for one PDF")
          .replacing("ingest.limit.time");

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
          STATE_DIRECTORY,
          THREADS,
          MAX_BYTES,
          MAX_PAGES,
          MAX_CHARACTERS,
          MAX_LETTERS,
          MAX_INFLATED_BYTES,
          MAX_MEMORY,
          MAX_TIME);

  /** All settings of the service. */
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

  static LetterLimits letterLimits(Settings settings) {
    return new LetterLimits(Topic.MAX_RECORD_BYTES, settings.intNumber(MAX_LETTERS));
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
        .filter(directory -> !directory.isBlank())
        .map(directory -> DirectorySettings.of(Path.of(directory), stateDirectory(settings)));
  }

  static Path stateDirectory(Settings settings) {
    return Path.of(settings.text(STATE_DIRECTORY));
  }

  static Duration deliveryTimeout(Settings settings) {
    return settings.duration(DELIVERY_TIMEOUT);
  }
}
