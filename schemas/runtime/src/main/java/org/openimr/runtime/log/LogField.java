package org.openimr.runtime.log;

import java.util.Locale;
import java.util.Optional;

/** The keys of a line of the JSON log. */
public enum LogField {
  TIME("time, ISO 8601 in UTC with milliseconds"),
  LEVEL("ERROR, WARN, INFO"),
  SERVICE("ingest, enrich, sinks, monitor"),
  LOGGER("class that logged the line"),
  THREAD("thread that logged the line"),
  MESSAGE("message, as in the plain log"),
  ERROR("classes of an exception and its causes, `A < B` where B caused A; never their messages"),
  TRACE_ID("trace of the letter that the thread processes, 32 hex digits; only with traces"),
  CHECK("component of the service: broker, registry, streams, sinks, directory"),
  STATUS("status of the component: UP, DEGRADED, DOWN"),
  REASON("reason of the status"),
  SECONDS("duration"),
  RECORDS("number of restored records"),
  CONNECTOR("name of a sink's connector");

  private final String description;

  LogField(String description) {
    this.description = description;
  }

  /** The key in a JSON line. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the description of the value for the documentation. */
  public String description() {
    return description;
  }

  static Optional<LogField> of(String key) {
    for (LogField known : values()) {
      if (known.key().equals(key)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
