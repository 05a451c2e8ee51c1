package org.openimr.cli.guidelines;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.openimr.cli.console.CliException;
import org.openimr.cli.options.BootstrapServerOption;
import org.openimr.cli.options.ConnectionSettings;
import org.openimr.cli.options.SchemaRegistryOption;
import org.openimr.enrich.guideline.GuidelineChanges;
import org.openimr.enrich.guideline.GuidelineTopicClient;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import picocli.CommandLine.Mixin;

/** {@code --bootstrap} and {@code --registry}: the topic of guidelines that they lead to. */
final class GuidelineTopicOptions {
  @Mixin private BootstrapServerOption broker;
  @Mixin private SchemaRegistryOption registry;

  /** What it holds, by id. */
  Map<String, Guideline> entries() {
    return query(GuidelineTopicClient::read);
  }

  /** Makes it hold these. */
  GuidelineChanges load(Collection<Guideline> entries) {
    return query(store -> store.load(entries));
  }

  private <T> T query(Function<GuidelineTopicClient, T> question) {
    Settings settings =
        new ConnectionSettings(System.getenv())
            .with(Settings.BOOTSTRAP, broker.bootstrap)
            .with(Settings.REGISTRY, registry.url)
            .settings();
    try {
      return question.apply(new GuidelineTopicClient(settings));
    } catch (TimeoutException e) {
      throw new CliException(
          "No broker with the topic %s answers at %s; start one with imr up, name another with"
                  .formatted(Topic.GUIDELINES.topicName(), settings.text(Settings.BOOTSTRAP))
              + " --bootstrap, or make its topics with imr topics create.",
          e);
    } catch (SerializationException e) {
      throw new CliException(
          "The registry at %s does not know the schema of %s; name another with --registry, or"
                  .formatted(settings.text(Settings.REGISTRY), Topic.GUIDELINES.topicName())
              + " register it with imr schemas register.",
          e);
    }
  }
}
