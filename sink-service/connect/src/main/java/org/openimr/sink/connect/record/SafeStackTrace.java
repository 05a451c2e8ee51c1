package org.openimr.sink.connect.record;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parts of a stack trace that contain no text of a letter: the classes of its exceptions and
 * the position of the record. Messages may quote a letter.
 *
 * @param exceptionClasses exception classes, outermost first
 * @param position position of the record; empty if the trace does not name it
 */
public record SafeStackTrace(String exceptionClasses, Optional<RecordPosition> position) {
  private static final Pattern EXCEPTION =
      Pattern.compile("(?m)^(?:Caused by: )?((?:[a-z][A-Za-z0-9_]*\\.)+[A-Z][A-Za-z0-9_$]*)");
  private static final String TOPIC = "([A-Za-z0-9._-]+)";

  /** Formats of this project's connectors, of Apache Iceberg's sink, and of Connect itself. */
  private static final List<Pattern> POSITIONS =
      List.of(
          Pattern.compile(" at " + TOPIC + "/(\\d+)/(\\d+)\\b"),
          Pattern.compile("topic: " + TOPIC + ", partition, (\\d+), offset: (\\d+)"),
          Pattern.compile("topic '" + TOPIC + "' partition (\\d+) at offset (\\d+)"));

  /** Parses a stack trace as Java prints it. */
  public static SafeStackTrace parse(String trace) {
    String classes =
        EXCEPTION
            .matcher(trace)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .collect(Collectors.joining(" < "));
    return new SafeStackTrace(classes.isEmpty() ? "unknown" : classes, position(trace));
  }

  private static Optional<RecordPosition> position(String trace) {
    for (Pattern pattern : POSITIONS) {
      Matcher found = pattern.matcher(trace);
      if (found.find()) {
        return RecordPosition.of(found.group(1) + "/" + found.group(2) + "/" + found.group(3));
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return position.map(at -> exceptionClasses + " at " + at).orElse(exceptionClasses);
  }
}
