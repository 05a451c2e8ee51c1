package org.openimr.schemas.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.openimr.schemas.topic.Topic;

/**
 * The reason why a letter did not become an event, written to the headers of the dead letter
 * (CONTRACT.md). Key and value of the record are kept byte for byte.
 *
 * @param stage service that rejected the letter: {@code ingest}, {@code enrich}, ...
 * @param field part of the letter that the reason concerns; empty for the whole letter
 * @param message human-readable; never text of the letter
 */
public record DeadLetterReason(Code code, String stage, String field, String message) {
  /** Prefix of all headers below except those of the raw position. */
  public static final String PREFIX = "imr.error.";

  public static final String CODE = "imr.error.code";
  public static final String STAGE = "imr.error.stage";
  public static final String FIELD = "imr.error.field";
  public static final String MESSAGE = "imr.error.message";
  public static final String TOPIC = "imr.error.topic";
  public static final String PARTITION = "imr.error.partition";
  public static final String OFFSET = "imr.error.offset";
  public static final String TIME = "imr.error.time";
  public static final String REPLAYS = "imr.error.replays";

  /**
   * Partition of the letter on {@link Topic#LETTERS_RAW}, so that its bytes can be found; on
   * records of later topics.
   */
  public static final String RAW_PARTITION = "imr.raw.partition";

  /** Offset of the letter on {@link Topic#LETTERS_RAW}; see {@link #RAW_PARTITION}. */
  public static final String RAW_OFFSET = "imr.raw.offset";

  /** Appended to the message of a dead letter whose bytes the broker rejected, too. */
  private static final String WITHOUT_BYTES =
      "; the broker refused its bytes as a dead letter, they stand where it failed";

  private static final List<String> REFERENCE_HEADERS =
      List.of(
          CloudEventHeaders.ID,
          CloudEventHeaders.SUBJECT,
          RAW_PARTITION,
          RAW_OFFSET,
          LetterPart.HEADER,
          LetterPart.DOCUMENT_HEADER,
          REPLAYS);

  private static final int MAX_REFERENCE_HEADER_LENGTH = 200;

  /** The kinds of reasons. */
  public enum Code {
    /** The text lacks the headings of a letter. */
    NOT_A_LETTER,
    /** The document contains several letters that can't be separated. */
    SEVERAL_LETTERS,
    /** The printed page numbers are not in order. */
    PAGE_ORDER,
    /** The text has headings of a letter but no known layout. */
    UNKNOWN_LAYOUT,
    /** A known layout without items. */
    NO_ITEMS,
    /** An item lacks one of its parts. */
    ITEM_INCOMPLETE,
    /** The bytes begin like a PDF but can't be read as one. */
    PDF_UNREADABLE,
    /** A PDF of images without a text layer. */
    PDF_WITHOUT_TEXT,
    /** The text of a page is not readable: single letters, words without gaps, wrong characters. */
    GARBLED_TEXT,
    /** Over the limit of bytes, pages or characters, or larger than the broker accepts. */
    TOO_LARGE,
    /** Over the time limit. */
    TOO_SLOW,
    /** Neither PDF nor text. */
    UNSUPPORTED_TYPE,
    /** The bytes are not in the format of their topic. */
    UNDECODABLE,
    /** The broker rejected an event of the letter. */
    NOT_PUBLISHED,
    /** The endpoint of a webhook rejected the event, or all attempts failed. */
    NOT_DELIVERED,
    /** A sink failed to write an event, and an operator skipped it. */
    SINK_FAILED,
    /** A defect of this software. */
    INTERNAL
  }

  /** The position of a record. */
  public record Position(String topic, int partition, long offset) {}

  /**
   * The headers of a dead letter whose bytes the broker rejected: they refer to the position of the
   * bytes. Of the original headers only those with known names and sizes are kept.
   */
  public Headers referenceHeaders(Headers original, Position position, Instant time) {
    Headers reference = new RecordHeaders();
    for (String name : REFERENCE_HEADERS) {
      headerText(original, name)
          .filter(value -> value.length() <= MAX_REFERENCE_HEADER_LENGTH)
          .ifPresent(value -> set(reference, name, value));
    }
    new DeadLetterReason(code, stage, field, message + WITHOUT_BYTES)
        .addTo(reference, position, time);
    return reference;
  }

  /**
   * The headers of a dead letter on {@link Topic#DEAD_LETTER_HEADS}: reason, position and part of
   * the document only, so that no clinical header such as the file name is among them.
   *
   * @param dead headers of the dead letter
   */
  public static Headers headHeaders(Headers dead) {
    Headers head = new RecordHeaders();
    for (Header header : dead) {
      if (header.key().startsWith(PREFIX) || header.key().equals(LetterPart.HEADER)) {
        head.add(header);
      }
    }
    return head;
  }

  /** The record of {@link Topic#DEAD_LETTER_HEADS} for a dead letter with these headers. */
  public static ProducerRecord<byte[], byte[]> headRecord(Headers dead) {
    return new ProducerRecord<>(
        Topic.DEAD_LETTER_HEADS.topicName(), null, null, null, null, headHeaders(dead));
  }

  /**
   * Adds this reason to the headers of a record and replaces an earlier one; keeps {@link
   * #REPLAYS}, 0 if missing.
   */
  public void addTo(Headers headers, Position position, Instant time) {
    set(headers, CODE, code.name());
    set(headers, STAGE, stage);
    set(headers, FIELD, field);
    set(headers, MESSAGE, message);
    set(headers, TOPIC, position.topic());
    set(headers, PARTITION, Integer.toString(position.partition()));
    set(headers, OFFSET, Long.toString(position.offset()));
    set(headers, TIME, time.toString());
    set(headers, REPLAYS, Integer.toString(replayCount(headers)));
  }

  /** How often a record was replayed; 0 if the header is missing or malformed. */
  public static int replayCount(Headers headers) {
    return (int) Math.min(Integer.MAX_VALUE, number(headers, REPLAYS).orElse(0));
  }

  /** The position at which a record failed; empty if the headers are missing or malformed. */
  public static Optional<Position> position(Headers headers) {
    OptionalLong partition = number(headers, PARTITION);
    OptionalLong offset = number(headers, OFFSET);
    return partition.isEmpty() || offset.isEmpty()
        ? Optional.empty()
        : headerText(headers, TOPIC)
            .map(topic -> new Position(topic, (int) partition.getAsLong(), offset.getAsLong()));
  }

  /** The position of the raw letter; empty if the headers are missing or malformed. */
  public static Optional<Position> sourcePosition(Headers headers) {
    OptionalLong partition = number(headers, RAW_PARTITION);
    OptionalLong offset = number(headers, RAW_OFFSET);
    return partition.isEmpty() || offset.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Position(
                Topic.LETTERS_RAW.topicName(), (int) partition.getAsLong(), offset.getAsLong()));
  }

  /** The value of a header as text; empty if it is missing. */
  public static Optional<String> headerText(Headers headers, String name) {
    return Optional.ofNullable(headers.lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }

  /** The value of a header as a number from 0; empty if it is missing or malformed. */
  private static OptionalLong number(Headers headers, String name) {
    try {
      long number = Long.parseLong(headerText(headers, name).orElse(""));
      return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static void set(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
