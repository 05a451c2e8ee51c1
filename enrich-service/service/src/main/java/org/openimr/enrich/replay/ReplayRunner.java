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
 * Interprets the letters of published determinations with the parser of this build, and sends those
 * with a different result to the running enrich service again.
 *
 * <p>Only the letter of a case's latest revision is replayed, so that an older letter never
 * replaces a newer one. A letter received during the replay wins, because the service ignores a
 * redelivered letter that was received before the published one. Letters with the same result are
 * not sent, so that a second replay sends nothing.
 */
public final class ReplayRunner {
  private final Settings settings;
  private final LetterInterpreter interpreter;
  private final String runId = UUID.randomUUID().toString();
  private final Deserializer<Determination> determinations;
  private final Deserializer<LetterReceived> letters;

  /**
   * Creates a replay.
   *
   * @param interpreter must have the same catalogue as the running service
   */
  public ReplayRunner(Settings settings, LetterInterpreter interpreter) {
    this.settings = settings;
    this.interpreter = interpreter;
    EventSerdes serdes = EventSerdes.of(settings.registry());
    this.determinations = serdes.deserializer();
    this.letters = serdes.deserializer();
  }

  /** Receives the progress of a replay. */
  @FunctionalInterface
  public interface ProgressListener {
    /** Called with the number of records read so far and the total. */
    void onProgress(long read, long total);
  }

  /** The result of interpreting one letter. */
  private record InterpretedLetter(
      ConsumerRecord<byte[], byte[]> letter, LetterInterpreter.Result result) {}

  /** The replay of one partition. */
  private record PartitionRun(
      Map<String, PublishedDetermination> published,
      ReplayTally tally,
      LetterRepublisher republisher) {}

  /**
   * Runs the replay.
   *
   * @param lettersPerSecond maximum number of letters sent per second; 0 only reports
   * @param stopRequested polled between batches; if true, the replay ends early, and a later replay
   *     can complete it
   */
  public ReplayReport run(
      ReplayScope scope,
      long lettersPerSecond,
      ProgressListener progress,
      BooleanSupplier stopRequested) {
    Instant start = Instant.now();
    ReplayTally tally = new ReplayTally();
    long cases = 0;
    long missing = 0;
    boolean isComplete = true;
    try (TopicHistory history = new TopicHistory(settings.kafka(), scope, progress, stopRequested);
        LetterRepublisher republisher =
            new LetterRepublisher(settings.kafka(), runId, Math.max(1, lettersPerSecond))) {
      for (int partition = 0; partition < history.partitions() && isComplete; partition++) {
        Map<String, PublishedDetermination> published = published(history, partition, scope);
        cases += published.size();
        PartitionRun run = new PartitionRun(published, tally, republisher);
        isComplete =
            history.letters(partition, batch -> replayBatch(run, batch, lettersPerSecond > 0));
        missing += isComplete ? published.size() : 0;
      }
      republisher.flush();
      return new ReplayReport(
          runId,
          ParserVersion.CURRENT,
          cases,
          tally.unchangedCases(),
          tally.changedCases(),
          tally.rejectedByCode(),
          missing,
          republisher.sent(),
          tally.fields(),
          Duration.between(start, Instant.now()),
          isComplete);
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
            Optional<Determination> latest = determination(event);
            published.remove(key);
            latest
                .filter(determination -> isInScope(key, determination, scope))
                .ifPresent(
                    determination -> published.put(key, PublishedDetermination.of(determination)));
          }
        });
    return published;
  }

  private static boolean isInScope(String key, Determination determination, ReplayScope scope) {
    return scope.parserVersion().map(determination.getParserVersion()::equals).orElse(true)
        && (scope.cases().isEmpty() || scope.cases().contains(key));
  }

  private Optional<Determination> determination(ConsumerRecord<byte[], byte[]> event) {
    return event.value() == null
        ? Optional.empty()
        : Optional.of(determinations.deserialize(event.topic(), event.value()));
  }

  private void replayBatch(
      PartitionRun run, List<ConsumerRecord<byte[], byte[]>> batch, boolean send) {
    List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> letter : batch) {
      if (letter.key() != null && letter.value() != null && isPublished(run, letter)) {
        letters.add(letter);
      }
    }
    List<InterpretedLetter> results = letters.parallelStream().map(this::interpret).toList();
    for (InterpretedLetter result : results) {
      handle(run, result, send);
    }
  }

  private static boolean isPublished(PartitionRun run, ConsumerRecord<byte[], byte[]> letter) {
    PublishedDetermination published = run.published().get(new String(letter.key(), UTF_8));
    Header id = letter.headers().lastHeader(CloudEventHeaders.ID);
    return published != null
        && (id == null || published.letterId().equals(new String(id.value(), UTF_8)));
  }

  private InterpretedLetter interpret(ConsumerRecord<byte[], byte[]> letter) {
    LetterReceived received;
    synchronized (letters) {
      received = letters.deserialize(Topic.LETTERS.topicName(), letter.value());
    }
    return new InterpretedLetter(letter, interpreter.interpret(received));
  }

  private static void handle(PartitionRun run, InterpretedLetter letter, boolean send) {
    String key = new String(letter.letter().key(), UTF_8);
    PublishedDetermination published = run.published().get(key);
    if (published == null) {
      return;
    }
    switch (letter.result()) {
      case LetterInterpreter.Rejected rejected -> {
        run.tally().rejected(rejected.reason().code().name());
        run.published().remove(key);
      }
      case LetterInterpreter.Interpreted interpreted -> {
        if (published.isFromSameLetterAs(interpreted.determination())) {
          run.published().remove(key);
          compare(run, key, published, letter, interpreted.determination(), send);
        }
      }
    }
  }

  private static void compare(
      PartitionRun run,
      String key,
      PublishedDetermination published,
      InterpretedLetter letter,
      Determination current,
      boolean send) {
    if (published.hasSameFactsAs(current)) {
      run.tally().unchanged();
      return;
    }
    run.tally().changed(key, published.fields().differingFields(FieldHashes.of(current)));
    if (send) {
      run.republisher().send(letter.letter());
    }
  }
}
