package org.openimr.enrich.topology;

import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;
import org.openimr.event.LetterReceived;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.registry.Outages;
import org.openimr.schemas.topic.Topic;

/**
 * Decodes records of {@code imr.letters.v1}. Avro checks lengths against the size of the record, so
 * that a corrupt record can't exhaust the memory.
 */
final class LetterDecoder {
  private final Deserializer<LetterReceived> deserializer;

  LetterDecoder(EventSerdes serdes) {
    this(serdes.<LetterReceived>deserializer());
  }

  LetterDecoder(Deserializer<LetterReceived> deserializer) {
    this.deserializer = deserializer;
  }

  sealed interface Result {}

  record Decoded(LetterReceived letter) implements Result {}

  record Undecodable(DeadLetterReason reason) implements Result {}

  /**
   * Decodes a record and bounds the values of its letter.
   *
   * @throws RuntimeException during an outage of the registry; the record must be retried
   */
  Result decode(Record<byte[], byte[]> letter) {
    Result result = decode(letter.value());
    return result instanceof Decoded decoded ? bounded(letter, decoded) : result;
  }

  private static Result bounded(Record<byte[], byte[]> letter, Decoded decoded) {
    Optional<String> violated = LetterBounds.violatedField(decoded.letter());
    if (violated.isPresent()) {
      return new Undecodable(
          new DeadLetterReason(
              DeadLetterReason.Code.UNDECODABLE,
              EnrichTopology.STAGE,
              violated.get(),
              "the value of this field is out of bounds"));
    }
    LetterBounds.bound(decoded.letter(), letter.timestamp());
    return decoded;
  }

  /**
   * Decodes the value of a record.
   *
   * @throws RuntimeException during an outage of the registry; the record must be retried
   */
  Result decode(byte[] value) {
    if (value == null) {
      return undecodable("the record has no value");
    }
    try {
      return new Decoded(deserializer.deserialize(Topic.LETTERS.topicName(), value));
    } catch (ClassCastException e) {
      return undecodable("the record is an event of another type");
    } catch (RuntimeException e) {
      if (Outages.isOutage(e)) {
        throw e;
      }
      return undecodable("the record has an invalid format or an unknown schema");
    }
  }

  private static Undecodable undecodable(String message) {
    return new Undecodable(
        new DeadLetterReason(DeadLetterReason.Code.UNDECODABLE, EnrichTopology.STAGE, "", message));
  }
}
