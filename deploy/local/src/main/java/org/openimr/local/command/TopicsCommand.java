package org.openimr.local.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TimeoutException;
import org.openimr.local.console.Console;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import org.openimr.schemas.TopicCreation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr topics}. */
@Command(
    name = "topics",
    description = "The topics of the pipeline on a broker.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class TopicsCommand {
  private static final String ANSWER_LIMIT_MILLIS = "5000";

  private final Console console;

  TopicsCommand(Console console) {
    this.console = console;
  }

  @Command(
      name = "create",
      description = "Creates those topics that are not there; the others stay as they are.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  imr topics create --bootstrap kafka-1:9092 --replication 3"})
  int create(
      @Mixin BrokerOption broker,
      @Option(
              names = "--replication",
              paramLabel = "N",
              defaultValue = "-1",
              description = "Copies of each partition. Without it: the broker's own default.")
          int replication)
      throws InterruptedException {
    Settings settings =
        new Connection(System.getenv()).with(Settings.BOOTSTRAP, broker.bootstrap).settings();
    Map<String, Object> kafka = new HashMap<>(settings.kafka());
    kafka.putIfAbsent("default.api.timeout.ms", ANSWER_LIMIT_MILLIS);
    kafka.putIfAbsent("request.timeout.ms", ANSWER_LIMIT_MILLIS);
    try (Admin admin = Admin.create(kafka)) {
      List<Topic> created = TopicCreation.create(admin, replication);
      for (Topic topic : Topic.values()) {
        String state = created.contains(topic) ? "created" : "there already";
        console.line("%-30s %s".formatted(topic.topicName(), state));
      }
      return ExitCode.OK;
    } catch (TimeoutException e) {
      throw Failure.noAnswer(settings, e);
    }
  }
}
