package org.openimr.cli.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openimr.schemas.topic.Topic;
import org.openimr.schemas.topic.TopicPlan;

/** A plan for topics as lines for people. */
final class TopicPlanFormatter {
  private TopicPlanFormatter() {}

  /** A line for each topic that is not as it should be, and one that counts. */
  static List<String> of(TopicPlan plan) {
    List<String> lines = new ArrayList<>();
    int right = 0;
    for (TopicPlan.State state : plan.topics()) {
      List<String> said = describe(state);
      right += said.isEmpty() ? 1 : 0;
      said.forEach(words -> lines.add("%-28s  %s".formatted(state.topic().topicName(), words)));
    }
    lines.add("%d of %d topics are as they should be".formatted(right, plan.topics().size()));
    return lines;
  }

  private static List<String> describe(TopicPlan.State state) {
    return switch (state) {
      case TopicPlan.Missing missing -> List.of("+ " + description(missing.topic()));
      case TopicPlan.Forbidden hidden -> List.of("? this principal may not describe it");
      case TopicPlan.Present there -> differences(there);
    };
  }

  private static String description(Topic topic) {
    return topic.partitions()
        + (topic.partitions() == 1 ? " partition, " : " partitions, ")
        + topic.configuration().entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(", "));
  }

  private static List<String> differences(TopicPlan.Present there) {
    List<String> lines = new ArrayList<>();
    there
        .differences()
        .forEach(
            (name, difference) ->
                lines.add(
                    "~ %s: %s -> %s".formatted(name, difference.actual(), difference.expected())));
    int made = there.topic().partitions();
    if (there.partitions() != made) {
      lines.add(
          "= %d partitions, made with %d elsewhere; never changed, for keys would move"
              .formatted(there.partitions(), made));
    }
    return lines;
  }
}
