package org.openimr.cli.guidelines;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.openimr.cli.console.CliException;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.enrich.guideline.GuidelineChanges;
import org.openimr.enrich.guideline.GuidelineTopicClient;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import picocli.CommandLine.Mixin;

/** The guideline topic of the cluster given by {@link ClusterOptions}. */
final class GuidelineTopicOptions {
  @Mixin private ClusterOptions cluster;

  /** Entries on the topic, by id. */
  Map<String, Guideline> entries() {
    return query(GuidelineTopicClient::read);
  }

  /** Replaces the entries on the topic. */
  GuidelineChanges load(Collection<Guideline> entries) {
    return query(client -> client.load(entries));
  }

  private <T> T query(Function<GuidelineTopicClient, T> query) {
    Settings settings = cluster.settings();
    try {
      return query.apply(new GuidelineTopicClient(settings));
    } catch (TimeoutException e) {
      throw new CliException(
          "No broker with the topic %s answers at %s. Start it, name another with --bootstrap-server,"
                  .formatted(Topic.GUIDELINES.topicName(), settings.text(Settings.BOOTSTRAP))
              + " or create the topics with imr topics create.",
          e);
    } catch (SerializationException e) {
      throw new CliException(
          "The registry at %s has no schema for %s. Name another with --registry, or register the"
                  .formatted(settings.text(Settings.REGISTRY), Topic.GUIDELINES.topicName())
              + " schemas with imr schemas register.",
          e);
    }
  }
}
