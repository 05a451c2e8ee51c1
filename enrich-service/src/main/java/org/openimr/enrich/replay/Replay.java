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
import org.openimr.enrich.topology.DeterminationMaker;
import org.openimr.enrich.topology.ParserVersion;
import org.openimr.event.Determination;
import org.openimr.event.LetterReceived;
import org.openimr.schemas.CloudEventHeaders;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;

/**
 * Reads those letters again whose facts are published, and sends those to the running enrich
 * service again that read otherwise now.
 *
 * <p>Only the letter of a case's newest revision is read again, so that an older one never replaces
 * it; and a letter that comes in meanwhile wins, since the service leaves out a marked letter that
 * was received before the published one. What reads the same is not sent, so that a second replay
 * sends nothing.
 */
public final class Replay {
  private final Settings settings;
  private final DeterminationMaker maker;
  private final String run = UUID.randomUUID().toString();
  private final Deserializer<Determination> determinations;
  private final Deserializer<LetterReceived> letters;

  /**
   * @param maker as the running service's, with the same catalogue
   */
  public Replay(Settings settings, DeterminationMaker maker) {
    this.settings = settings;
    this.maker = maker;
    EventSerdes serdes = EventSerdes.of(settings.registry());
    this.determinations = serdes.deserializer();
    this.letters = serdes.deserializer();
  }

  /** Is told how far it is. */
  @FunctionalInterface
  public interface Progress {
    /** So many records of all that are to be read. */
    void show(long read, long all);
  }

  /** What became of one letter. */
  private record Result(
      ConsumerRecord<byte[], byte[]> letter, DeterminationMaker.Outcome outcome) {}

  /** The work on one partition. */
  private record Part(Map<String, PublishedFacts> published, Tally tally, LetterSender sender) {}

  /**
   * Replays.
   *
   * @param lettersPerSecond most letters that are sent in a second, from 1; 0 sends none and only
   *     reports
   * @param asked whether someone says stop; then it ends early, and a later replay does the rest
   */
  public ReplayReport run(
      ReplayScope scope, long lettersPerSecond, Progress progress, BooleanSupplier asked) {
    Instant begin = Instant.now();
    Tally tally = new Tally();
    long cases = 0;
    long notThere = 0;
    boolean whole = true;
    try (History history = new History(settings.kafka(), scope, progress, asked);
        LetterSender sender =
            new LetterSender(settings.kafka(), run, Math.max(1, lettersPerSecond))) {
      for (int partition = 0; partition < history.partitions() && whole; partition++) {
        Map<String, PublishedFacts> published = published(history, partition, scope);
        cases += published.size();
        Part part = new Part(published, tally, sender);
        whole = history.letters(partition, batch -> again(part, batch, lettersPerSecond > 0));
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

  private Map<String, PublishedFacts> published(History history, int partition, ReplayScope scope) {
    Map<String, PublishedFacts> published = new HashMap<>();
    history.determinations(
        partition,
        batch -> {
          for (ConsumerRecord<byte[], byte[]> event : batch) {
            String key = new String(event.key(), UTF_8);
            Optional<Determination> newest = determination(event);
            published.remove(key);
            newest
                .filter(made -> isWanted(key, made, scope))
                .ifPresent(made -> published.put(key, PublishedFacts.of(made)));
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

  private void again(Part part, List<ConsumerRecord<byte[], byte[]>> batch, boolean send) {
    List<ConsumerRecord<byte[], byte[]>> wanted = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> letter : batch) {
      if (letter.key() != null && letter.value() != null && isPublished(part, letter)) {
        wanted.add(letter);
      }
    }
    List<Result> results = wanted.parallelStream().map(this::read).toList();
    for (Result result : results) {
      take(part, result, send);
    }
  }

  private static boolean isPublished(Part part, ConsumerRecord<byte[], byte[]> letter) {
    PublishedFacts facts = part.published().get(new String(letter.key(), UTF_8));
    Header id = letter.headers().lastHeader(CloudEventHeaders.ID);
    return facts != null && (id == null || facts.letterId().equals(new String(id.value(), UTF_8)));
  }

  private Result read(ConsumerRecord<byte[], byte[]> letter) {
    LetterReceived received;
    synchronized (letters) {
      received = letters.deserialize(Topic.LETTERS.topicName(), letter.value());
    }
    return new Result(letter, maker.make(received));
  }

  private static void take(Part part, Result result, boolean send) {
    String key = new String(result.letter().key(), UTF_8);
    PublishedFacts facts = part.published().get(key);
    if (facts == null) {
      return;
    }
    switch (result.outcome()) {
      case DeterminationMaker.Refused refused -> {
        part.tally().refused(refused.reason().code().name());
        part.published().remove(key);
      }
      case DeterminationMaker.Made made -> {
        if (facts.areOfLetterOf(made.determination())) {
          part.published().remove(key);
          compare(part, key, facts, result, made.determination(), send);
        }
      }
    }
  }

  private static void compare(
      Part part,
      String key,
      PublishedFacts facts,
      Result result,
      Determination made,
      boolean send) {
    if (facts.areThoseOf(made)) {
      part.tally().unchanged();
      return;
    }
    part.tally().changed(key, facts.fields().differences(FieldFacts.of(made)));
    if (send) {
      part.sender().send(result.letter());
    }
  }
}
