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
 * The letter of a dead letter.
 *
 * @param bytes the original bytes, or the failed record if the original has expired
 * @param lines the text, or one line that states why there is no text
 */
@SuppressWarnings("ArrayRecordComponent") // returned once and never compared
record RevealedLetter(byte[] bytes, List<String> lines) {
  private static final byte[] EMPTY = {};
  private static final byte[] PDF = "%PDF-".getBytes(UTF_8);
  private static final int PDF_HEADER_LIMIT = 1024;

  /**
   * Finds the letter.
   *
   * @param registry settings of the registry that decodes text extracted from a PDF
   */
  static RevealedLetter of(
      DeadLetterCluster.ScannedDeadLetter dead, TopicRecordReader originals, Settings registry) {
    byte[] record =
        Optional.ofNullable(dead.record().value())
            .or(() -> value(dead.metadata().failedAt(), originals))
            .orElse(EMPTY);
    boolean isEvent =
        dead.metadata()
            .failedAt()
            .map(DeadLetterReason.Position::topic)
            .equals(Optional.of(Topic.LETTERS.topicName()));
    byte[] bytes = value(dead.metadata().raw(), originals).orElse(record);
    return new RevealedLetter(
        bytes, isEvent ? textOf(record, registry).orElseGet(() -> linesOf(bytes)) : linesOf(bytes));
  }

  private static Optional<byte[]> value(
      Optional<DeadLetterReason.Position> position, TopicRecordReader originals) {
    return position.flatMap(originals::find).map(ConsumerRecord::value);
  }

  /** The extracted text; empty if the record is not a letter or the registry is unavailable. */
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
    if (text.substring(0, Math.min(PDF_HEADER_LIMIT, text.length()))
        .contains(new String(PDF, UTF_8))) {
      return List.of("(PDF of %d bytes; save it with --out FILE)".formatted(bytes.length));
    }
    return text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0
        ? List.of("(%d bytes of binary data; save them with --out FILE)".formatted(bytes.length))
        : printable(text);
  }

  /** Keeps leading spaces and tabs; replaces other control characters. */
  private static List<String> printable(String text) {
    return text.lines().map(line -> line.replaceAll("[\\p{C}&&[^\\t]]", " ")).toList();
  }
}
