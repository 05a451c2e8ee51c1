package org.openimr.cli.guidelines;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openimr.cli.console.TerminalText;
import org.openimr.enrich.guideline.GuidelineChanges;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.model.Guideline.Topic;

/** Changes of the catalogue for people: {@code +} comes, {@code ~} changes, {@code -} goes. */
public final class CatalogueDiffFormatter {
  private CatalogueDiffFormatter() {}

  /** A line for each entry that changes. */
  public static List<String> entries(GuidelineChanges changes) {
    List<String> lines = new ArrayList<>();
    changes.added().forEach(entry -> lines.add(line('+', entry)));
    changes.changed().forEach(entry -> lines.add(line('~', entry)));
    changes.removed().forEach(id -> lines.add("- " + TerminalText.singleLine(id)));
    return lines;
  }

  /**
   * A line for each entry that changes, and one for each of its facts that do.
   *
   * @param before what the topic holds, by id
   */
  public static List<String> facts(GuidelineChanges changes, Map<String, Guideline> before) {
    List<String> lines = new ArrayList<>();
    changes.added().forEach(entry -> lines.add(line('+', entry)));
    for (Guideline entry : changes.changed()) {
      lines.add(line('~', entry));
      lines.addAll(facts(before.get(entry.id()), entry));
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

  /** The facts of a record that differ; topics are compared one by one. */
  private static <R extends Record> List<String> facts(
      Class<R> type, String of, R before, R after) {
    return Arrays.stream(type.getRecordComponents())
        .filter(fact -> !fact.getName().equals("topics"))
        .filter(fact -> !value(fact, before).equals(value(fact, after)))
        .map(
            fact ->
                "    %s%s: %s -> %s"
                    .formatted(
                        of,
                        fact.getName(),
                        printed(value(fact, before)),
                        printed(value(fact, after))))
        .toList();
  }

  private static Object value(RecordComponent fact, Record of) {
    try {
      return fact.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("facts of the catalogue are public", e);
    }
  }

  private static String printed(Object value) {
    Object known =
        value instanceof Optional<?> maybe ? maybe.map(Object::toString).orElse("-") : value;
    return TerminalText.singleLine(known.toString());
  }
}
