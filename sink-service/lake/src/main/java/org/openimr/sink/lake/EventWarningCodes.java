package org.openimr.sink.lake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.connect.data.Struct;

/** Finds the codes of all warnings of an event. */
final class EventWarningCodes {
  private static final List<String> PARTS = List.of("header", "clinicalSummary");

  private EventWarningCodes() {}

  /**
   * The codes of the warnings of an event, and of its header, summary and decisions if it has them,
   * each once and sorted. Codes are text, so that those of newer versions are kept.
   */
  static List<String> of(Struct event) {
    Set<String> codes = new TreeSet<>();
    addOwn(codes, event);
    for (String part : PARTS) {
      value(event, part).ifPresent(found -> addOwn(codes, (Struct) found));
    }
    for (Object decision : list(event, "decisions")) {
      addOwn(codes, (Struct) decision);
    }
    return List.copyOf(codes);
  }

  private static void addOwn(Set<String> codes, Struct part) {
    for (Object warning : list(part, "warnings")) {
      codes.add(((Struct) warning).getString("code"));
    }
  }

  private static List<?> list(Struct part, String name) {
    return value(part, name).map(found -> (List<?>) found).orElse(List.of());
  }

  private static Optional<Object> value(Struct part, String name) {
    return Optional.ofNullable(part.schema().field(name)).map(part::get);
  }
}
