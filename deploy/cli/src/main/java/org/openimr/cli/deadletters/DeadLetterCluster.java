package org.openimr.cli.deadletters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.openimr.cli.console.CliException;
import org.openimr.cli.deadletters.resolution.DeadLetterMetadata;
import org.openimr.cli.deadletters.resolution.DeadLetterResolution;
import org.openimr.cli.deadletters.resolution.ResolutionIndex;
import org.openimr.cli.deadletters.resolution.TopicRecordReader;
import org.openimr.cli.options.BootstrapServerOption;
import org.openimr.cli.options.ConnectionSettings;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import picocli.CommandLine.Mixin;

/** {@code --bootstrap}: the cluster whose dead letters are meant. */
final class DeadLetterCluster {
  @Mixin private BootstrapServerOption broker;

  /** A dead letter as it stands on its topic. */
  record ScannedDeadLetter(
      DeadLetterMetadata head,
      Optional<DeadLetterResolution> settled,
      ConsumerRecord<byte[], byte[]> bytes) {}

  /** A dead letter without its bytes. */
  record ListedDeadLetter(DeadLetterMetadata head, Optional<DeadLetterResolution> settled) {}

  Settings settings() {
    return new ConnectionSettings(System.getenv())
        .with(Settings.BOOTSTRAP, broker.bootstrap)
        .settings();
  }

  /** Those that are meant, the oldest first. */
  List<ListedDeadLetter> list(Predicate<DeadLetterMetadata> meant, boolean settledToo) {
    List<ListedDeadLetter> known = new ArrayList<>();
    query(
        records -> {
          ResolutionIndex settlements = ResolutionIndex.read(records);
          forEach(
              records,
              settlements,
              dead -> {
                if (meant.test(dead.head()) && (settledToo || dead.settled().isEmpty())) {
                  known.add(new ListedDeadLetter(dead.head(), dead.settled()));
                }
              });
          return known;
        });
    known.sort(java.util.Comparator.comparing(dead -> dead.head().time()));
    return known;
  }

  /** Passes on each that the topic holds now. */
  static void forEach(
      TopicRecordReader records, ResolutionIndex settlements, Consumer<ScannedDeadLetter> action) {
    records.scan(
        Topic.DEAD_LETTERS,
        dead -> {
          DeadLetterMetadata head = DeadLetterMetadata.of(dead);
          action.accept(new ScannedDeadLetter(head, settlements.of(head), dead));
        });
  }

  /** Answers a question to the cluster, or says that it does not answer. */
  <T> T query(Function<TopicRecordReader, T> question) {
    Settings settings = settings();
    try (TopicRecordReader records = TopicRecordReader.of(settings)) {
      return question.apply(records);
    } catch (TimeoutException e) {
      throw CliException.brokerUnavailable(settings, e);
    }
  }
}
