package org.openimr.cli.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openimr.schemas.topic.Topic;
import org.openimr.schemas.topic.TopicPlan;

/** Formats a plan for topics as text. */
final class TopicPlanFormatter {
  private TopicPlanFormatter() {}

  /** One line per difference, and a line with the number of topics without a difference. */
  static List<String> of(TopicPlan plan) {
    List<String> lines = new ArrayList<>();
    int upToDate = 0;
    for (TopicPlan.State state : plan.topics()) {
      List<String> differences = describe(state);
      upToDate += differences.isEmpty() ? 1 : 0;
      differences.forEach(
          text -> lines.add("%-28s  %s".formatted(state.topic().topicName(), text)));
    }
    lines.add("%d of %d topics are up to date".formatted(upToDate, plan.topics().size()));
    return lines;
  }

  private static List<String> describe(TopicPlan.State state) {
    return switch (state) {
      case TopicPlan.Missing missing -> List.of("+ " + description(missing.topic()));
      case TopicPlan.Forbidden forbidden -> List.of("? not visible to this principal");
      case TopicPlan.Present present -> differences(present);
    };
  }

  private static String description(Topic topic) {
    return topic.partitions()
        + (topic.partitions() == 1 ? " partition, " : " partitions, ")
        + topic.configuration().entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(", "));
  }

  private static List<String> differences(TopicPlan.Present present) {
    List<String> lines = new ArrayList<>();
    present
        .differences()
        .forEach(
            (name, difference) ->
                lines.add(
                    "~ %s: %s -> %s".formatted(name, difference.actual(), difference.expected())));
    int expected = present.topic().partitions();
    if (present.partitions() != expected) {
      lines.add(
          "= %d partitions, default %d; never changed because keys would move"
              .formatted(present.partitions(), expected));
    }
    return lines;
  }
}
