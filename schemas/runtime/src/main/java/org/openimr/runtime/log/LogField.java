package org.openimr.runtime.log;

import java.util.Locale;
import java.util.Optional;

/** All keys that a line of a JSON log may have. */
public enum LogField {
  TIME("when, ISO 8601 in UTC with milliseconds"),
  LEVEL("ERROR, WARN, INFO"),
  SERVICE("ingest, enrich, sinks, monitor"),
  LOGGER("class that says it"),
  THREAD("thread that says it"),
  MESSAGE("the sentence, as in the plain log"),
  ERROR("classes of a failure and its causes, `A < B` where B caused A; never their messages"),
  TRACE_ID("trace of the letter that the thread is at work on, 32 hex digits; only with traces"),
  CHECK("part of the service: broker, registry, streams, sinks, directory"),
  STATUS("how that part is: UP, DEGRADED, DOWN"),
  REASON("what is the matter with it"),
  SECONDS("how long something took or lasted"),
  RECORDS("records restored"),
  CONNECTOR("connector of a sink");

  private final String description;

  LogField(String meaning) {
    this.description = meaning;
  }

  /** As it is written. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What its value is, for people. */
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
