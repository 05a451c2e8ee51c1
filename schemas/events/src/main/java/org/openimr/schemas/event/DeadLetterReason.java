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
 * Why a letter did not become an event. Goes into the headers of the dead letter (CONTRACT.md); the
 * record's key and value stay as they came, byte for byte.
 *
 * @param code why
 * @param stage what refused it: {@code ingest}, {@code enrich}, ...
 * @param field what of the letter it concerns; empty where that is all of it
 * @param message a sentence for people; never text of the letter
 */
public record DeadLetterReason(Code code, String stage, String field, String message) {
  /** All headers below but those of the raw position begin so. */
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
   * Where the letter stands on {@link Topic#LETTERS_RAW}, so that its bytes are found again; on
   * records of later topics.
   */
  public static final String RAW_PARTITION = "imr.raw.partition";

  /** See {@link #RAW_PARTITION}. */
  public static final String RAW_OFFSET = "imr.raw.offset";

  /** Said in the message of a dead letter whose bytes the broker refused once more. */
  private static final String WITHOUT_BYTES =
      "; the broker refused its bytes as a dead letter, they stand where it failed";

  private static final List<String> REFERENCE_HEADERS =
      List.of(CloudEventHeaders.ID, CloudEventHeaders.SUBJECT, RAW_PARTITION, RAW_OFFSET, REPLAYS);

  private static final int MAX_REFERENCE_HEADER_LENGTH = 200;

  /** The name that its sender gave the file of a letter. */
  private static final String SOURCE_NAME = "source-name";

  /** Why a letter did not become an event. */
  public enum Code {
    /** No heading of any letter was found in the text. */
    NOT_A_LETTER,
    /** Headings of a letter, but of no layout that is known. */
    UNKNOWN_LAYOUT,
    /** A known layout without any item. */
    NO_ITEMS,
    /** An item lacks one of its parts. */
    ITEM_INCOMPLETE,
    /** The bytes begin as a PDF and can't be read as one. */
    PDF_UNREADABLE,
    /** A PDF of pictures: there is no text layer. */
    PDF_WITHOUT_TEXT,
    /** Over a limit on bytes, pages or characters, or more than the broker takes. */
    TOO_LARGE,
    /** Over the limit on time. */
    TOO_SLOW,
    /** Neither PDF nor text. */
    UNSUPPORTED_TYPE,
    /** Bytes that are not what their topic holds. */
    UNDECODABLE,
    /** The broker refused an event of the letter. */
    NOT_PUBLISHED,
    /** A webhook's endpoint refused the event, or did not take it to the last try. */
    NOT_DELIVERED,
    /** A sink could not take an event, and an operator skipped it. */
    SINK_FAILED,
    /** A fault of this software. */
    INTERNAL
  }

  /** Where a record stood. */
  public record Position(String topic, int partition, long offset) {}

  /**
   * Headers of a dead letter that the broker refused with its bytes: a note of where they stand. Of
   * the headers that it came with, only those of known names and sizes stay.
   */
  public Headers referenceHeaders(Headers came, Position position, Instant time) {
    Headers note = new RecordHeaders();
    for (String name : REFERENCE_HEADERS) {
      headerText(came, name)
          .filter(value -> value.length() <= MAX_REFERENCE_HEADER_LENGTH)
          .ifPresent(value -> set(note, name, value));
    }
    new DeadLetterReason(code, stage, field, message + WITHOUT_BYTES).addTo(note, position, time);
    return note;
  }

  /**
   * What {@link Topic#DEAD_LETTER_HEADS} says of a dead letter: why, where it stood, what its file
   * is called; nothing else that came with it.
   *
   * @param dead its headers
   */
  public static Headers headHeaders(Headers dead) {
    Headers head = new RecordHeaders();
    for (Header header : dead) {
      if (header.key().startsWith(PREFIX)) {
        head.add(header);
      }
    }
    headerText(dead, SOURCE_NAME)
        .ifPresent(
            name ->
                set(
                    head,
                    SOURCE_NAME,
                    name.substring(0, Math.min(MAX_REFERENCE_HEADER_LENGTH, name.length()))));
    return head;
  }

  /** The record of {@link Topic#DEAD_LETTER_HEADS} for a dead letter with these headers. */
  public static ProducerRecord<byte[], byte[]> headRecord(Headers dead) {
    return new ProducerRecord<>(
        Topic.DEAD_LETTER_HEADS.topicName(), null, null, null, null, headHeaders(dead));
  }

  /**
   * Adds this reason to a record's headers, in place of an earlier one; {@link #REPLAYS} stays, 0
   * where there was none.
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

  /** How often a record was replayed; 0 where its headers don't say. */
  public static int replayCount(Headers headers) {
    return (int) Math.min(Integer.MAX_VALUE, number(headers, REPLAYS).orElse(0));
  }

  /** Where the record of a dead letter failed; empty where its headers don't say. */
  public static Optional<Position> position(Headers headers) {
    OptionalLong partition = number(headers, PARTITION);
    OptionalLong offset = number(headers, OFFSET);
    return partition.isEmpty() || offset.isEmpty()
        ? Optional.empty()
        : headerText(headers, TOPIC)
            .map(topic -> new Position(topic, (int) partition.getAsLong(), offset.getAsLong()));
  }

  /** Where the letter came from; empty where the headers don't say. */
  public static Optional<Position> sourcePosition(Headers headers) {
    OptionalLong partition = number(headers, RAW_PARTITION);
    OptionalLong offset = number(headers, RAW_OFFSET);
    return partition.isEmpty() || offset.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Position(
                Topic.LETTERS_RAW.topicName(), (int) partition.getAsLong(), offset.getAsLong()));
  }

  /** A header as text; empty where there is none. */
  public static Optional<String> headerText(Headers headers, String name) {
    return Optional.ofNullable(headers.lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }

  /** A header as a number from 0 on; empty where it is none. */
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
