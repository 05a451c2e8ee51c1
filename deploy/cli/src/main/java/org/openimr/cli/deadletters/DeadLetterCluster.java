package org.openimr.cli.deadletters;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.openimr.cli.options.ClusterOptions;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import picocli.CommandLine.Mixin;

/** The cluster that holds the dead letters. */
final class DeadLetterCluster {
  @Mixin private ClusterOptions cluster;

  /** A dead letter with its record. */
  record ScannedDeadLetter(
      DeadLetterMetadata metadata,
      Optional<DeadLetterResolution> resolution,
      ConsumerRecord<byte[], byte[]> record) {}

  /** A dead letter without its record. */
  record ListedDeadLetter(DeadLetterMetadata metadata, Optional<DeadLetterResolution> resolution) {}

  Settings settings() {
    return cluster.settings();
  }

  /**
   * Lists dead letters, oldest first.
   *
   * @param includeResolved whether to include those that were replayed or discarded
   */
  List<ListedDeadLetter> list(Predicate<DeadLetterMetadata> filter, boolean includeResolved) {
    List<ListedDeadLetter> listed = new ArrayList<>();
    query(
        records -> {
          ResolutionIndex resolutions = ResolutionIndex.read(records);
          forEach(
              records,
              resolutions,
              dead -> {
                if (filter.test(dead.metadata())
                    && (includeResolved || dead.resolution().isEmpty())) {
                  listed.add(new ListedDeadLetter(dead.metadata(), dead.resolution()));
                }
              });
          return listed;
        });
    listed.sort(Comparator.comparing(dead -> dead.metadata().time()));
    return listed;
  }

  /** Passes each dead letter on the topic to {@code action}. */
  static void forEach(
      TopicRecordReader records, ResolutionIndex resolutions, Consumer<ScannedDeadLetter> action) {
    records.scan(
        Topic.DEAD_LETTERS,
        dead -> {
          DeadLetterMetadata metadata = DeadLetterMetadata.of(dead);
          action.accept(new ScannedDeadLetter(metadata, resolutions.of(metadata), dead));
        });
  }

  /**
   * Runs a query on the cluster.
   *
   * @throws CliException if the broker does not answer
   */
  <T> T query(Function<TopicRecordReader, T> query) {
    Settings settings = settings();
    try (TopicRecordReader records = TopicRecordReader.of(settings)) {
      return query.apply(records);
    } catch (TimeoutException e) {
      throw CliException.brokerUnavailable(settings, e);
    }
  }
}
