package org.openimr.local.command;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.openimr.enrich.citation.Guideline;
import org.openimr.enrich.guideline.GuidelineChanges;
import org.openimr.enrich.guideline.GuidelineStore;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import picocli.CommandLine.Mixin;

/** {@code --bootstrap} and {@code --registry}: the topic of guidelines that they lead to. */
final class CatalogueTopic {
  @Mixin private BrokerOption broker;
  @Mixin private RegistryOption registry;

  /** What it holds, by id. */
  Map<String, Guideline> entries() {
    return ask(GuidelineStore::read);
  }

  /** Makes it hold these. */
  GuidelineChanges load(Collection<Guideline> entries) {
    return ask(store -> store.load(entries));
  }

  private <T> T ask(Function<GuidelineStore, T> question) {
    Settings settings =
        new Connection(System.getenv())
            .with(Settings.BOOTSTRAP, broker.bootstrap)
            .with(Settings.REGISTRY, registry.url)
            .settings();
    try {
      return question.apply(new GuidelineStore(settings));
    } catch (TimeoutException e) {
      throw new Failure(
          "No broker with the topic %s answers at %s; start one with imr up, name another with"
                  .formatted(Topic.GUIDELINES.topicName(), settings.text(Settings.BOOTSTRAP))
              + " --bootstrap, or make its topics with imr topics create.",
          e);
    } catch (SerializationException e) {
      throw new Failure(
          "The registry at %s does not know the schema of %s; name another with --registry, or"
                  .formatted(settings.text(Settings.REGISTRY), Topic.GUIDELINES.topicName())
              + " register it with imr schemas register.",
          e);
    }
  }
}
