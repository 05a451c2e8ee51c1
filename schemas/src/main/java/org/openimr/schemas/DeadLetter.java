package org.openimr.schemas;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Why a letter did not become an event. Goes into the headers of the dead letter (CONTRACT.md); the
 * record's key and value stay as they came, byte for byte.
 *
 * @param code why
 * @param stage what refused it: {@code ingest}, {@code enrich}, ...
 * @param field what of the letter it concerns; empty where that is all of it
 * @param message a sentence for people; never text of the letter
 */
public record DeadLetter(Code code, String stage, String field, String message) {
  public static final String CODE = "imr.error.code";
  public static final String STAGE = "imr.error.stage";
  public static final String FIELD = "imr.error.field";
  public static final String MESSAGE = "imr.error.message";
  public static final String TOPIC = "imr.error.topic";
  public static final String PARTITION = "imr.error.partition";
  public static final String OFFSET = "imr.error.offset";
  public static final String TIME = "imr.error.time";
  public static final String REPLAYS = "imr.error.replays";

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
    set(headers, REPLAYS, Integer.toString(replays(headers)));
  }

  /** How often a record was replayed; 0 where its headers don't say. */
  public static int replays(Headers headers) {
    Header replays = headers.lastHeader(REPLAYS);
    if (replays == null || replays.value() == null) {
      return 0;
    }
    try {
      return Integer.parseInt(new String(replays.value(), StandardCharsets.UTF_8));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static void set(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
