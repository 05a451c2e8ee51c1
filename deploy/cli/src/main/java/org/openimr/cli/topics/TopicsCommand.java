package org.openimr.cli.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TimeoutException;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.options.BootstrapServerOption;
import org.openimr.cli.options.ConfirmationOptions;
import org.openimr.cli.options.ConnectionSettings;
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
    description = "The topics of the pipeline on a broker.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  imr topics plan                     what apply would change",
      "  imr topics apply --replication 3    shows it, asks, and does it"
    })
public final class TopicsCommand {
  private static final String ANSWER_LIMIT_MILLIS = "5000";

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
        description = "Copies of each new partition. Without it: the broker's own default.")
    private int replication;
  }

  /** {@code --keep}. */
  static final class KeepOption {
    @Option(
        names = "--keep",
        split = ",",
        paramLabel = "SETTING",
        description = "Settings that stay as they are on the broker, e.g. retention.ms.")
    private List<String> settings = List.of();
  }

  @Command(
      name = "plan",
      description = "Says how the topics differ from what the services need; changes nothing.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "+ is a topic to be created, ~ a setting to be changed. Exit codes: 0 nothing to do, 1"
            + " something is to be changed.",
        "",
        "Example:",
        "  imr topics plan --bootstrap broker:9092"
      })
  int plan(@Mixin BootstrapServerOption broker, @Mixin KeepOption keep)
      throws InterruptedException {
    Settings settings = settings(broker);
    try (Admin admin = admin(settings)) {
      TopicPlan plan = TopicPlan.of(admin, keep.settings);
      TopicPlanFormatter.of(plan).forEach(console::line);
      return plan.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    } catch (TimeoutException e) {
      throw CliException.brokerUnavailable(settings, e);
    }
  }

  @Command(
      name = "apply",
      description =
          "Creates the topics that are missing and sets the settings that differ, after showing"
              + " which; deletes nothing and moves no key.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr topics apply --replication 3 --keep retention.ms --yes"})
  int apply(
      @Mixin BootstrapServerOption broker,
      @Mixin ReplicationOption copies,
      @Mixin KeepOption keep,
      @Mixin ConfirmationOptions agreement)
      throws InterruptedException {
    Settings settings = settings(broker);
    try (Admin admin = admin(settings)) {
      TopicPlan plan = TopicPlan.of(admin, keep.settings);
      TopicPlanFormatter.of(plan).forEach(console::line);
      if (plan.isEmpty() || agreement.isDryRun()) {
        return ExitCode.OK;
      }
      if (!agreement.isConfirmed()) {
        agreement.confirm(console, "Change that?");
      }
      plan.apply(admin, copies.replication);
      console.line("done");
      return ExitCode.OK;
    } catch (TimeoutException e) {
      throw CliException.brokerUnavailable(settings, e);
    }
  }

  @Command(
      name = "create",
      description = "Creates those topics that are not there; the others stay as they are.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr topics create --bootstrap kafka-1:9092 --replication 3"})
  int create(@Mixin BootstrapServerOption broker, @Mixin ReplicationOption copies)
      throws InterruptedException {
    Settings settings = settings(broker);
    try (Admin admin = admin(settings)) {
      List<Topic> created = TopicCreator.create(admin, copies.replication);
      for (Topic topic : Topic.values()) {
        String state = created.contains(topic) ? "created" : "there already";
        console.line("%-30s %s".formatted(topic.topicName(), state));
      }
      return ExitCode.OK;
    } catch (TimeoutException e) {
      throw CliException.brokerUnavailable(settings, e);
    }
  }

  private static Settings settings(BootstrapServerOption broker) {
    return new ConnectionSettings(System.getenv())
        .with(Settings.BOOTSTRAP, broker.bootstrap)
        .settings();
  }

  private static Admin admin(Settings settings) {
    Map<String, Object> kafka = new HashMap<>(settings.kafka());
    kafka.putIfAbsent("default.api.timeout.ms", ANSWER_LIMIT_MILLIS);
    kafka.putIfAbsent("request.timeout.ms", ANSWER_LIMIT_MILLIS);
    return Admin.create(kafka);
  }
}
