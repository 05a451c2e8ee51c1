package org.openimr.ingest.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;
import org.openimr.event.DocumentPart;
import org.openimr.event.LetterReceived;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.source.producer.RawLetter;
import org.openimr.schemas.event.CloudEventHeaders;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.LetterPart;
import org.openimr.schemas.event.StoredText;
import org.openimr.schemas.topic.Topic;

/** Creates the records of {@link Topic#LETTERS}. */
final class LetterRecordFactory {
  private static final byte[] TYPE = "org.openimr.letter-received.v1".getBytes(UTF_8);
  private static final byte[] SERVICE = "/imr/ingest-service".getBytes(UTF_8);

  /** Maximum overhead of a record in addition to key, value and headers, in bytes. */
  private static final int RECORD_OVERHEAD = 1024;

  private final Serializer<LetterReceived> events;
  private final LetterLimits limits;

  LetterRecordFactory(Serializer<LetterReceived> events, LetterLimits limits) {
    this.events = events;
    this.limits = limits;
  }

  /** The letters of a document, or the reason to reject it. */
  sealed interface Result {}

  record Letters(List<LetterReceived> letters) implements Result {}

  record TooManyLetters(DeadLetterReason reason) implements Result {}

  /**
   * Finds the letters to publish: all letters of the document, or only the part that the raw record
   * replays. If this version finds another number of letters than the version that failed, that
   * part may no longer exist, and all letters are published.
   */
  Result letters(Record<byte[], byte[]> raw, String documentId, ExtractedText text) {
    LetterReceivedFactory.Document document =
        new LetterReceivedFactory.Document(
            header(raw.headers(), RawLetter.URI_HEADER),
            header(raw.headers(), RawLetter.NAME_HEADER),
            documentId,
            raw.value().length,
            Instant.ofEpochMilli(raw.timestamp()));
    List<LetterReceived> all = LetterReceivedFactory.create(document, text);
    return limits
        .rejectionOf(all.size())
        .<Result>map(TooManyLetters::new)
        .orElseGet(
            () ->
                new Letters(
                    LetterPart.of(raw.headers())
                        .filter(part -> part.count() == all.size())
                        .map(part -> List.of(all.get(part.number() - 1)))
                        .orElse(all)));
  }

  /** Creates the record of a letter. */
  Record<byte[], byte[]> record(
      Record<byte[], byte[]> raw, DeadLetterReason.Position position, LetterReceived letter) {
    Headers headers = headers(raw, position, letter);
    byte[] value = events.serialize(Topic.LETTERS.topicName(), headers, letter);
    return new Record<>(letter.getCaseKey().getBytes(UTF_8), value, raw.timestamp(), headers);
  }

  boolean isTooLarge(Record<byte[], byte[]> event) {
    long bytes = RECORD_OVERHEAD + (long) event.key().length + event.value().length;
    for (Header header : event.headers()) {
      bytes += header.key().length() + header.value().length;
    }
    return bytes > limits.maxEventBytes();
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
    DocumentPart part = event.getSource().getPart();
    if (part != null) {
      new LetterPart(part.getNumber(), part.getCount()).addTo(headers, part.getDocumentId());
    }
    return headers;
  }

  private static void copy(Headers from, String name, Headers to) {
    header(from, name).ifPresent(value -> to.add(name, value.getBytes(UTF_8)));
  }

  /** Senders control these headers. */
  private static Optional<String> header(Headers headers, String name) {
    return DeadLetterReason.headerText(headers, name).map(StoredText::bound);
  }
}
