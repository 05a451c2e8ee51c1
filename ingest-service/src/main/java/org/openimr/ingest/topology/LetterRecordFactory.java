package org.openimr.ingest.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;
import org.openimr.event.LetterReceived;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.source.producer.RawLetter;
import org.openimr.schemas.event.CloudEventHeaders;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.topic.Topic;

/** Letters with their text as records of {@link Topic#LETTERS}. */
final class LetterRecordFactory {
  private static final byte[] TYPE = "org.openimr.letter-received.v1".getBytes(UTF_8);
  private static final byte[] SERVICE = "/imr/ingest-service".getBytes(UTF_8);

  /** Longest name or address that goes on: senders write these headers. */
  private static final int HEADER_CHARACTERS = 2048;

  /** What a record has beside key, value and headers, at most. */
  private static final int RECORD_OVERHEAD = 1024;

  private final Serializer<LetterReceived> events;
  private final int maxEventBytes;

  LetterRecordFactory(Serializer<LetterReceived> events, int maxEventBytes) {
    this.events = events;
    this.maxEventBytes = maxEventBytes;
  }

  Record<byte[], byte[]> create(
      Record<byte[], byte[]> raw,
      DeadLetterReason.Position at,
      byte[] letter,
      ExtractedText extracted) {
    LetterReceived event = event(raw, letter, extracted);
    Headers headers = headers(raw, at, event);
    byte[] value = events.serialize(Topic.LETTERS.topicName(), headers, event);
    return new Record<>(event.getCaseKey().getBytes(UTF_8), value, raw.timestamp(), headers);
  }

  boolean isTooLarge(Record<byte[], byte[]> event) {
    long bytes = RECORD_OVERHEAD + (long) event.key().length + event.value().length;
    for (Header header : event.headers()) {
      bytes += header.key().length() + header.value().length;
    }
    return bytes > maxEventBytes;
  }

  private static LetterReceived event(
      Record<byte[], byte[]> raw, byte[] letter, ExtractedText extracted) {
    return LetterReceivedFactory.create(
        text(raw.headers(), RawLetter.URI_HEADER),
        text(raw.headers(), RawLetter.NAME_HEADER),
        letter,
        extracted,
        Instant.ofEpochMilli(raw.timestamp()));
  }

  private static Headers headers(
      Record<byte[], byte[]> raw, DeadLetterReason.Position at, LetterReceived event) {
    Headers headers = new RecordHeaders();
    CloudEventHeaders.add(
        headers, event.getLetterId(), TYPE, SERVICE, event.getReceivedAt(), event.getCaseKey());
    // these go along, for the letter may yet become a dead letter further on
    copy(raw.headers(), RawLetter.NAME_HEADER, headers);
    copy(raw.headers(), RawLetter.URI_HEADER, headers);
    copy(raw.headers(), DeadLetterReason.REPLAYS, headers);
    headers.add(DeadLetterReason.RAW_PARTITION, Integer.toString(at.partition()).getBytes(UTF_8));
    headers.add(DeadLetterReason.RAW_OFFSET, Long.toString(at.offset()).getBytes(UTF_8));
    return headers;
  }

  private static void copy(Headers from, String name, Headers to) {
    text(from, name).ifPresent(value -> to.add(name, value.getBytes(UTF_8)));
  }

  private static Optional<String> text(Headers headers, String name) {
    return DeadLetterReason.headerText(headers, name)
        .map(text -> text.substring(0, Math.min(HEADER_CHARACTERS, text.length())));
  }
}
