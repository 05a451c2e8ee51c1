package org.openimr.enrich.topology;

import org.apache.kafka.common.serialization.Deserializer;
import org.openimr.event.LetterReceived;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.registry.Outages;
import org.openimr.schemas.topic.Topic;

/** Decodes records of {@code imr.letters.v1}. */
final class LetterDecoder {
  private final Deserializer<LetterReceived> deserializer;

  LetterDecoder(EventSerdes serdes) {
    this.deserializer = serdes.deserializer();
  }

  sealed interface Result {}

  record Decoded(LetterReceived letter) implements Result {}

  record Undecodable(DeadLetterReason reason) implements Result {}

  /**
   * The letter in a record's value.
   *
   * @throws RuntimeException if the registry can't be asked: nobody knows yet what the record is,
   *     so it is to be tried again
   */
  Result decode(byte[] value) {
    if (value == null) {
      return undecodable("a record without a value");
    }
    try {
      return new Decoded(deserializer.deserialize(Topic.LETTERS.topicName(), value));
    } catch (ClassCastException e) {
      return undecodable("an event of another kind");
    } catch (RuntimeException e) {
      if (Outages.isOutage(e)) {
        throw e;
      }
      return undecodable("not in the wire format, or of a schema that the registry does not have");
    } catch (OutOfMemoryError e) {
      return undecodable("it claims to hold more than there is memory for");
    }
  }

  private static Undecodable undecodable(String message) {
    return new Undecodable(
        new DeadLetterReason(DeadLetterReason.Code.UNDECODABLE, EnrichTopology.STAGE, "", message));
  }
}
