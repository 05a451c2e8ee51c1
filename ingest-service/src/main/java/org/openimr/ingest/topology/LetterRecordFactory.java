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

/** Creates the records of {@link Topic#LETTERS}. */
final class LetterRecordFactory {
  private static final byte[] TYPE = "org.openimr.letter-received.v1".getBytes(UTF_8);
  private static final byte[] SERVICE = "/imr/ingest-service".getBytes(UTF_8);

  /** Maximum length of a header that is copied; senders control these headers. */
  private static final int MAX_HEADER_CHARACTERS = 2048;

  /** Maximum overhead of a record in addition to key, value and headers, in bytes. */
  private static final int RECORD_OVERHEAD = 1024;

  private final Serializer<LetterReceived> events;
  private final int maxEventBytes;

  LetterRecordFactory(Serializer<LetterReceived> events, int maxEventBytes) {
    this.events = events;
    this.maxEventBytes = maxEventBytes;
  }

  Record<byte[], byte[]> create(
      Record<byte[], byte[]> raw,
      DeadLetterReason.Position position,
      String letterId,
      ExtractedText text) {
    LetterReceived event = event(raw, letterId, text);
    Headers headers = headers(raw, position, event);
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
      Record<byte[], byte[]> raw, String letterId, ExtractedText text) {
    return LetterReceivedFactory.create(
        header(raw.headers(), RawLetter.URI_HEADER),
        header(raw.headers(), RawLetter.NAME_HEADER),
        letterId,
        raw.value().length,
        text,
        Instant.ofEpochMilli(raw.timestamp()));
  }

  private static Headers headers(
      Record<byte[], byte[]> raw, DeadLetterReason.Position position, LetterReceived event) {
    Headers headers = new RecordHeaders();
    CloudEventHeaders.add(
        headers, event.getLetterId(), TYPE, SERVICE, event.getReceivedAt(), event.getCaseKey());
    // needed in case a later stage rejects the letter
    copy(raw.headers(), RawLetter.NAME_HEADER, headers);
    copy(raw.headers(), RawLetter.URI_HEADER, headers);
    copy(raw.headers(), DeadLetterReason.REPLAYS, headers);
    headers.add(
        DeadLetterReason.RAW_PARTITION, Integer.toString(position.partition()).getBytes(UTF_8));
    headers.add(DeadLetterReason.RAW_OFFSET, Long.toString(position.offset()).getBytes(UTF_8));
    return headers;
  }

  private static void copy(Headers from, String name, Headers to) {
    header(from, name).ifPresent(value -> to.add(name, value.getBytes(UTF_8)));
  }

  private static Optional<String> header(Headers headers, String name) {
    return DeadLetterReason.headerText(headers, name)
        .map(text -> text.substring(0, Math.min(MAX_HEADER_CHARACTERS, text.length())));
  }
}
