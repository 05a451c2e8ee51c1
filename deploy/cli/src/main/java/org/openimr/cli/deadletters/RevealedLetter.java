package org.openimr.cli.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.openimr.cli.deadletters.resolution.TopicRecordReader;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/**
 * The letter itself, for who asked to see it.
 *
 * @param bytes as they came, or the record as it failed where those are gone
 * @param lines of its text, or one that says why there are none
 */
record RevealedLetter(byte[] bytes, List<String> lines) {
  private static final byte[] NOTHING = {};
  private static final byte[] PDF = "%PDF-".getBytes(UTF_8);
  private static final int BEGINNING = 1024;

  /**
   * The letter of a dead letter.
   *
   * @param registry decodes the text that was read from a PDF
   */
  static RevealedLetter of(
      DeadLetterCluster.ScannedDeadLetter dead, TopicRecordReader originals, Settings registry) {
    byte[] record =
        Optional.ofNullable(dead.bytes().value())
            .or(() -> value(dead.head().failedAt(), originals))
            .orElse(NOTHING);
    boolean event =
        dead.head()
            .failedAt()
            .map(DeadLetterReason.Position::topic)
            .equals(Optional.of(Topic.LETTERS.topicName()));
    byte[] bytes = value(dead.head().raw(), originals).orElse(record);
    return new RevealedLetter(
        bytes, event ? textOf(record, registry).orElseGet(() -> linesOf(bytes)) : linesOf(bytes));
  }

  private static Optional<byte[]> value(
      Optional<DeadLetterReason.Position> place, TopicRecordReader originals) {
    return place.flatMap(originals::find).map(ConsumerRecord::value);
  }

  /** The text that was read; empty where the record is no letter, or the registry is away. */
  private static Optional<List<String>> textOf(byte[] record, Settings registry) {
    try (var events = EventSerdes.of(registry.registry()).genericDeserializer()) {
      return events.deserialize(Topic.LETTERS.topicName(), record) instanceof IndexedRecord letter
              && letter.getSchema().getField("text") != null
          ? Optional.of(printable(letter.get(letter.getSchema().getField("text").pos()).toString()))
          : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static List<String> linesOf(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    if (text.substring(0, Math.min(BEGINNING, text.length())).contains(new String(PDF, UTF_8))) {
      return List.of("(a PDF of %d bytes; --out FILE saves it)".formatted(bytes.length));
    }
    return text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0
        ? List.of("(%d bytes that are no text; --out FILE saves them)".formatted(bytes.length))
        : printable(text);
  }

  /** Blanks at the beginning stay; what a terminal would obey does not. */
  private static List<String> printable(String text) {
    return text.lines().map(line -> line.replaceAll("[\\p{C}&&[^\\t]]", " ")).toList();
  }
}
