package org.openimr.enrich.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.event.Determination;
import org.openimr.event.LetterReceived;
import org.openimr.parser.ParserVersion;
import org.openimr.schemas.event.CloudEventHeaders;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/**
 * Reads those letters again whose facts are published, and sends those to the running enrich
 * service again that read otherwise now.
 *
 * <p>Only the letter of a case's newest revision is read again, so that an older one never replaces
 * it; and a letter that comes in meanwhile wins, since the service leaves out a marked letter that
 * was received before the published one. What reads the same is not sent, so that a second replay
 * sends nothing.
 */
public final class ReplayRunner {
  private final Settings settings;
  private final LetterInterpreter maker;
  private final String run = UUID.randomUUID().toString();
  private final Deserializer<Determination> determinations;
  private final Deserializer<LetterReceived> letters;

  /**
   * @param maker as the running service's, with the same catalogue
   */
  public ReplayRunner(Settings settings, LetterInterpreter maker) {
    this.settings = settings;
    this.maker = maker;
    EventSerdes serdes = EventSerdes.of(settings.registry());
    this.determinations = serdes.deserializer();
    this.letters = serdes.deserializer();
  }

  /** Is told how far it is. */
  @FunctionalInterface
  public interface ProgressListener {
    /** So many records of all that are to be read. */
    void onProgress(long read, long all);
  }

  /** What became of one letter. */
  private record InterpretedLetter(
      ConsumerRecord<byte[], byte[]> letter, LetterInterpreter.Result outcome) {}

  /** The work on one partition. */
  private record PartitionRun(
      Map<String, PublishedDetermination> published, ReplayTally tally, LetterRepublisher sender) {}

  /**
   * Replays.
   *
   * @param lettersPerSecond most letters that are sent in a second, from 1; 0 sends none and only
   *     reports
   * @param asked whether someone says stop; then it ends early, and a later replay does the rest
   */
  public ReplayReport run(
      ReplayScope scope, long lettersPerSecond, ProgressListener progress, BooleanSupplier asked) {
    Instant begin = Instant.now();
    ReplayTally tally = new ReplayTally();
    long cases = 0;
    long notThere = 0;
    boolean whole = true;
    try (TopicHistory history = new TopicHistory(settings.kafka(), scope, progress, asked);
        LetterRepublisher sender =
            new LetterRepublisher(settings.kafka(), run, Math.max(1, lettersPerSecond))) {
      for (int partition = 0; partition < history.partitions() && whole; partition++) {
        Map<String, PublishedDetermination> published = published(history, partition, scope);
        cases += published.size();
        PartitionRun part = new PartitionRun(published, tally, sender);
        whole = history.letters(partition, batch -> replayBatch(part, batch, lettersPerSecond > 0));
        notThere += whole ? published.size() : 0;
      }
      sender.flush();
      return new ReplayReport(
          run,
          ParserVersion.CURRENT,
          cases,
          tally.unchangedCases(),
          tally.changedCases(),
          tally.refusedByCode(),
          notThere,
          sender.sent(),
          tally.fields(),
          Duration.between(begin, Instant.now()),
          whole);
    }
  }

  private Map<String, PublishedDetermination> published(
      TopicHistory history, int partition, ReplayScope scope) {
    Map<String, PublishedDetermination> published = new HashMap<>();
    history.determinations(
        partition,
        batch -> {
          for (ConsumerRecord<byte[], byte[]> event : batch) {
            String key = new String(event.key(), UTF_8);
            Optional<Determination> newest = determination(event);
            published.remove(key);
            newest
                .filter(made -> isWanted(key, made, scope))
                .ifPresent(made -> published.put(key, PublishedDetermination.of(made)));
          }
        });
    return published;
  }

  private static boolean isWanted(String key, Determination made, ReplayScope scope) {
    return scope.parserVersion().map(made.getParserVersion()::equals).orElse(true)
        && (scope.cases().isEmpty() || scope.cases().contains(key));
  }

  private Optional<Determination> determination(ConsumerRecord<byte[], byte[]> event) {
    return event.value() == null
        ? Optional.empty()
        : Optional.of(determinations.deserialize(event.topic(), event.value()));
  }

  private void replayBatch(
      PartitionRun part, List<ConsumerRecord<byte[], byte[]>> batch, boolean send) {
    List<ConsumerRecord<byte[], byte[]>> wanted = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> letter : batch) {
      if (letter.key() != null && letter.value() != null && isPublished(part, letter)) {
        wanted.add(letter);
      }
    }
    List<InterpretedLetter> results = wanted.parallelStream().map(this::read).toList();
    for (InterpretedLetter result : results) {
      handle(part, result, send);
    }
  }

  private static boolean isPublished(PartitionRun part, ConsumerRecord<byte[], byte[]> letter) {
    PublishedDetermination facts = part.published().get(new String(letter.key(), UTF_8));
    Header id = letter.headers().lastHeader(CloudEventHeaders.ID);
    return facts != null && (id == null || facts.letterId().equals(new String(id.value(), UTF_8)));
  }

  private InterpretedLetter read(ConsumerRecord<byte[], byte[]> letter) {
    LetterReceived received;
    synchronized (letters) {
      received = letters.deserialize(Topic.LETTERS.topicName(), letter.value());
    }
    return new InterpretedLetter(letter, maker.interpret(received));
  }

  private static void handle(PartitionRun part, InterpretedLetter result, boolean send) {
    String key = new String(result.letter().key(), UTF_8);
    PublishedDetermination facts = part.published().get(key);
    if (facts == null) {
      return;
    }
    switch (result.outcome()) {
      case LetterInterpreter.Rejected refused -> {
        part.tally().refused(refused.reason().code().name());
        part.published().remove(key);
      }
      case LetterInterpreter.Interpreted made -> {
        if (facts.isFromSameLetterAs(made.determination())) {
          part.published().remove(key);
          compare(part, key, facts, result, made.determination(), send);
        }
      }
    }
  }

  private static void compare(
      PartitionRun part,
      String key,
      PublishedDetermination facts,
      InterpretedLetter result,
      Determination made,
      boolean send) {
    if (facts.hasSameFactsAs(made)) {
      part.tally().unchanged();
      return;
    }
    part.tally().changed(key, facts.fields().differingFields(FieldHashes.of(made)));
    if (send) {
      part.sender().send(result.letter());
    }
  }
}
