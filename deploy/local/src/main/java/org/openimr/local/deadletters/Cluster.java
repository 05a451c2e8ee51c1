package org.openimr.local.deadletters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.openimr.local.command.BrokerOption;
import org.openimr.local.command.Connection;
import org.openimr.local.command.Failure;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import picocli.CommandLine.Mixin;

/** {@code --bootstrap}: the cluster whose dead letters are meant. */
final class Cluster {
  @Mixin private BrokerOption broker;

  /** A dead letter as it stands on its topic. */
  record DeadLetterRecord(
      DeadLetterHead head, Optional<Settlement> settled, ConsumerRecord<byte[], byte[]> bytes) {}

  /** A dead letter without its bytes. */
  record Known(DeadLetterHead head, Optional<Settlement> settled) {}

  Settings settings() {
    return new Connection(System.getenv()).with(Settings.BOOTSTRAP, broker.bootstrap).settings();
  }

  /** Those that are meant, the oldest first. */
  List<Known> known(Predicate<DeadLetterHead> meant, boolean settledToo) {
    List<Known> known = new ArrayList<>();
    ask(
        records -> {
          Settlements settlements = Settlements.read(records);
          each(
              records,
              settlements,
              dead -> {
                if (meant.test(dead.head()) && (settledToo || dead.settled().isEmpty())) {
                  known.add(new Known(dead.head(), dead.settled()));
                }
              });
          return known;
        });
    known.sort(java.util.Comparator.comparing(dead -> dead.head().time()));
    return known;
  }

  /** Passes on each that the topic holds now. */
  static void each(
      TopicRecords records, Settlements settlements, Consumer<DeadLetterRecord> action) {
    records.scan(
        Topic.DEAD_LETTERS,
        dead -> {
          DeadLetterHead head = DeadLetterHead.of(dead);
          action.accept(new DeadLetterRecord(head, settlements.of(head), dead));
        });
  }

  /** Answers a question to the cluster, or says that it does not answer. */
  <T> T ask(Function<TopicRecords, T> question) {
    Settings settings = settings();
    try (TopicRecords records = TopicRecords.of(settings)) {
      return question.apply(records);
    } catch (TimeoutException e) {
      throw Failure.noAnswer(settings, e);
    }
  }
}
