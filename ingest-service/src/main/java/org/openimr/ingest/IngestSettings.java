package org.openimr.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openimr.ingest.extract.Limits;
import org.openimr.ingest.source.DirectorySettings;
import org.openimr.ingest.source.HttpLimits;
import org.openimr.schemas.Setting;
import org.openimr.schemas.Settings;
import org.openimr.service.door.DoorSettings;
import org.openimr.service.log.ServiceLog;
import org.openimr.service.trace.Tracing;

/** The settings of this service, by name. */
public final class IngestSettings {
  public static final DoorSettings DOOR = DoorSettings.of("ingest.http", 8080);
  public static final Setting HTTP_ADDRESS = DOOR.address();
  public static final Setting HTTP_PORT = DOOR.port();
  public static final Setting HTTP_REQUESTS =
      Setting.of(
          "ingest.http.requests",
          Integer.toString(HttpLimits.DEFAULT.requests()),
          "requests answered at a time; more may be sending their letters meanwhile");
  public static final Setting HTTP_BYTES =
      Setting.of(
          "ingest.http.bytes",
          Long.toString(HttpLimits.DEFAULT.bytesInFlight()),
          "bytes of all requests that are being answered");
  public static final Setting HTTP_BODY_TIME =
      Setting.of(
          "ingest.http.body.ms",
          Long.toString(HttpLimits.DEFAULT.bodyTime().toMillis()),
          "ms that the letters of a request may take to arrive");
  public static final Setting DELIVERY =
      Setting.of("ingest.delivery.ms", "10000", "ms that a letter may wait for the broker");
  public static final Setting DIRECTORY =
      Setting.of("ingest.directory", "", "folder that letters are taken from; empty for none");
  public static final Setting STATE =
      Setting.of("ingest.state", ".imr/ingest", "folder for the journal and Streams' state");
  public static final Setting THREADS =
      Setting.of("ingest.threads", "1", "Streams threads, each with a PDF worker");
  public static final Setting BYTES =
      Setting.of(
          "ingest.limit.bytes", Integer.toString(Limits.DEFAULT.bytes()), "bytes of a letter");
  public static final Setting PAGES =
      Setting.of("ingest.limit.pages", Integer.toString(Limits.DEFAULT.pages()), "pages of a PDF");
  public static final Setting CHARACTERS =
      Setting.of(
          "ingest.limit.characters",
          Integer.toString(Limits.DEFAULT.characters()),
          "characters of a letter's text");
  public static final Setting INFLATED =
      Setting.of(
          "ingest.limit.inflated",
          Long.toString(Limits.DEFAULT.inflatedBytes()),
          "bytes of a PDF's page contents, unpacked");
  public static final Setting MEMORY =
      Setting.of(
          "ingest.limit.memory",
          Integer.toString(Limits.DEFAULT.memoryMegabytes()),
          "MB of heap of a PDF worker, at least 32");
  public static final Setting TIME =
      Setting.of(
          "ingest.limit.time",
          Long.toString(Limits.DEFAULT.time().toMillis()),
          "ms of a processor's work for one PDF");

  private static final List<Setting> OWN =
      List.of(
          ServiceLog.FORMAT,
          Tracing.ENDPOINT,
          Tracing.HEADERS,
          Tracing.SHARE,
          HTTP_REQUESTS,
          HTTP_BYTES,
          HTTP_BODY_TIME,
          DELIVERY,
          DIRECTORY,
          STATE,
          THREADS,
          BYTES,
          PAGES,
          CHARACTERS,
          INFLATED,
          MEMORY,
          TIME);

  /** All that this service knows. */
  public static final List<Setting> ALL = Stream.concat(DOOR.all().stream(), OWN.stream()).toList();

  private IngestSettings() {}

  static Limits limits(Settings settings) {
    return new Limits(
        (int) settings.number(BYTES),
        (int) settings.number(PAGES),
        (int) settings.number(CHARACTERS),
        settings.number(INFLATED),
        (int) settings.number(MEMORY),
        settings.milliseconds(TIME));
  }

  static HttpLimits httpLimits(Settings settings) {
    int letter = (int) settings.number(BYTES);
    int request = Math.max(letter, HttpLimits.DEFAULT.requestBytes());
    return new HttpLimits(
        letter,
        request,
        (int) settings.number(HTTP_REQUESTS),
        Math.max(request, settings.number(HTTP_BYTES)),
        settings.milliseconds(HTTP_BODY_TIME),
        HttpLimits.DEFAULT.idempotencyKeys());
  }

  static Optional<DirectorySettings> directory(Settings settings) {
    return Optional.of(settings.text(DIRECTORY))
        .filter(folder -> !folder.isBlank())
        .map(folder -> DirectorySettings.of(Path.of(folder), state(settings)));
  }

  static Path state(Settings settings) {
    return Path.of(settings.text(STATE));
  }

  static Duration delivery(Settings settings) {
    return settings.milliseconds(DELIVERY);
  }
}
