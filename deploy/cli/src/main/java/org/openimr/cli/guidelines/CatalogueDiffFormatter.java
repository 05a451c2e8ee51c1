package org.openimr.cli.guidelines;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openimr.cli.console.TerminalText;
import org.openimr.enrich.guideline.GuidelineChanges;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Topic;

/** Formats changes of the catalogue: {@code +} added, {@code ~} changed, {@code -} removed. */
public final class CatalogueDiffFormatter {
  private CatalogueDiffFormatter() {}

  /** One line per changed entry. */
  public static List<String> entries(GuidelineChanges changes) {
    List<String> lines = new ArrayList<>();
    changes.added().forEach(entry -> lines.add(line('+', entry)));
    changes.changed().forEach(entry -> lines.add(line('~', entry)));
    changes.removed().forEach(id -> lines.add("- " + TerminalText.singleLine(id)));
    return lines;
  }

  /**
   * One line per changed entry, followed by one line per changed field.
   *
   * @param before entries on the topic, by id
   */
  public static List<String> facts(GuidelineChanges changes, Map<String, Guideline> before) {
    List<String> lines = new ArrayList<>();
    changes.added().forEach(entry -> lines.add(line('+', entry)));
    for (Guideline entry : changes.changed()) {
      lines.add(line('~', entry));
      lines.addAll(facts(Objects.requireNonNull(before.get(entry.id())), entry));
    }
    changes.removed().forEach(id -> lines.add("- " + TerminalText.singleLine(id)));
    return lines;
  }

  /** {@code 2 added, 1 changed, 0 removed}. */
  public static String summary(GuidelineChanges changes) {
    return "%d added, %d changed, %d removed"
        .formatted(changes.added().size(), changes.changed().size(), changes.removed().size());
  }

  private static String line(char sign, Guideline entry) {
    return "%c %s  %s"
        .formatted(
            sign, TerminalText.singleLine(entry.id()), TerminalText.singleLine(entry.title()));
  }

  private static List<String> facts(Guideline before, Guideline after) {
    List<String> lines = new ArrayList<>(facts(Guideline.class, "", before, after));
    Map<String, Topic> old = byId(before);
    for (Topic topic : after.topics()) {
      Topic same = old.remove(topic.id());
      if (same == null) {
        lines.add("    topic + " + TerminalText.singleLine(topic.id()));
      } else {
        lines.addAll(facts(Topic.class, TerminalText.singleLine(topic.id()) + " ", same, topic));
      }
    }
    old.keySet().forEach(id -> lines.add("    topic - " + TerminalText.singleLine(id)));
    return lines;
  }

  private static Map<String, Topic> byId(Guideline guideline) {
    return guideline.topics().stream()
        .collect(Collectors.toMap(Topic::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  /** Lines for the components that differ, except topics, which are compared by id. */
  private static <R extends Record> List<String> facts(
      Class<R> type, String prefix, R before, R after) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> !component.getName().equals("topics"))
        .filter(component -> !value(component, before).equals(value(component, after)))
        .map(
            component ->
                "    %s%s: %s -> %s"
                    .formatted(
                        prefix,
                        component.getName(),
                        printed(value(component, before)),
                        printed(value(component, after))))
        .toList();
  }

  private static Object value(RecordComponent component, Record owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("components of a public record are public", e);
    }
  }

  private static String printed(Object value) {
    Object known =
        value instanceof Optional<?> maybe ? maybe.map(Object::toString).orElse("-") : value;
    return TerminalText.singleLine(known.toString());
  }
}
