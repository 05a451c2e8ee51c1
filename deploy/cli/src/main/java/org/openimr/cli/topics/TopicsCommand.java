package org.openimr.cli.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TimeoutException;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.cli.options.ConfirmationOptions;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.schemas.topic.TopicCreator;
import org.openimr.schemas.topic.TopicPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr topics}. */
@Command(
    name = "topics",
    description = "Compare, create and configure the topics of the pipeline.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  imr topics plan                     what apply would change",
      "  imr topics apply --replication 3    show the changes, ask, apply"
    })
public final class TopicsCommand {
  private static final String REQUEST_TIMEOUT_MS = "5000";

  private final Console console;

  public TopicsCommand(Console console) {
    this.console = console;
  }

  /** {@code --replication}. */
  static final class ReplicationOption {
    @Option(
        names = "--replication",
        paramLabel = "N",
        defaultValue = "-1",
        description = "Replication factor of new topics. Default: the broker's default.")
    private int replication;
  }

  /** {@code --keep}. */
  static final class KeepOption {
    @Option(
        names = "--keep",
        split = ",",
        paramLabel = "SETTING",
        description = "Topic settings to keep as they are on the broker, e.g. retention.ms.")
    private List<String> settings = List.of();
  }

  @Command(
      name = "plan",
      description = "Show how the topics differ from what the services need; change nothing.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "+ is a topic to create, ~ a setting to change. Exit code 1: apply would change something.",
        "",
        "Example:",
        "  imr topics plan --bootstrap-server broker:9092"
      })
  int plan(@Mixin ClusterOptions cluster, @Mixin KeepOption keep) throws InterruptedException {
    Settings settings = cluster.settings();
    try (Admin admin = admin(settings)) {
      TopicPlan plan = TopicPlan.of(admin, keep.settings);
      TopicPlanFormatter.of(plan).forEach(console::line);
      return plan.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    } catch (TimeoutException e) {
      throw CliException.brokerUnavailable(settings, e);
    }
  }

  @Command(
      name = "apply",
      description =
          "Create missing topics and change settings that differ, after showing the changes. Delete"
              + " nothing; keep the number of partitions.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr topics apply --replication 3 --keep retention.ms --yes"})
  int apply(
      @Mixin ClusterOptions cluster,
      @Mixin ReplicationOption copies,
      @Mixin KeepOption keep,
      @Mixin ConfirmationOptions confirmation)
      throws InterruptedException {
    Settings settings = cluster.settings();
    try (Admin admin = admin(settings)) {
      TopicPlan plan = TopicPlan.of(admin, keep.settings);
      TopicPlanFormatter.of(plan).forEach(console::line);
      if (plan.isEmpty() || confirmation.isDryRun()) {
        return ExitCode.OK;
      }
      confirmation.confirm(console, "Apply these changes?");
      plan.apply(admin, copies.replication);
      console.line("done");
      return ExitCode.OK;
    } catch (TimeoutException e) {
      throw CliException.brokerUnavailable(settings, e);
    }
  }

  @Command(
      name = "create",
      description = "Create missing topics; do not change existing ones.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example:",
        "  imr topics create --bootstrap-server kafka-1:9092 --replication 3"
      })
  int create(@Mixin ClusterOptions cluster, @Mixin ReplicationOption copies)
      throws InterruptedException {
    Settings settings = cluster.settings();
    try (Admin admin = admin(settings)) {
      List<Topic> created = TopicCreator.create(admin, copies.replication);
      for (Topic topic : Topic.values()) {
        String state = created.contains(topic) ? "created" : "exists";
        console.line("%-30s %s".formatted(topic.topicName(), state));
      }
      return ExitCode.OK;
    } catch (TimeoutException e) {
      throw CliException.brokerUnavailable(settings, e);
    }
  }

  private static Admin admin(Settings settings) {
    Map<String, Object> kafka = new HashMap<>(settings.kafka());
    kafka.putIfAbsent("default.api.timeout.ms", REQUEST_TIMEOUT_MS);
    kafka.putIfAbsent("request.timeout.ms", REQUEST_TIMEOUT_MS);
    return Admin.create(kafka);
  }
}
