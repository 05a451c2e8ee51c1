package org.openimr.enrich.topology;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.openimr.event.LetterReceived;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Topic;

/** Decodes records of {@code imr.letters.v1}. */
final class LetterDecoding {
  private static final int NOT_FOUND = 404;

  private final Deserializer<LetterReceived> deserializer;

  LetterDecoding(EventSerdes serdes) {
    this.deserializer = serdes.deserializer();
  }

  sealed interface Outcome {}

  record Decoded(LetterReceived letter) implements Outcome {}

  record Undecodable(DeadLetter reason) implements Outcome {}

  /**
   * The letter in a record's value.
   *
   * @throws SerializationException if the registry can't be asked: nobody knows yet what the record
   *     is, so it is to be tried again
   */
  Outcome decode(byte[] value) {
    if (value == null) {
      return undecodable("a record without a value");
    }
    try {
      return new Decoded(deserializer.deserialize(Topic.LETTERS.topicName(), value));
    } catch (SerializationException e) {
      if (registryAway(e)) {
        throw e;
      }
      return undecodable("not in the wire format, or of a schema that the registry does not have");
    } catch (ClassCastException e) {
      return undecodable("an event of another kind");
    }
  }

  private static Undecodable undecodable(String message) {
    return new Undecodable(
        new DeadLetter(DeadLetter.Code.UNDECODABLE, EnrichTopology.STAGE, "", message));
  }

  private static boolean registryAway(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      boolean away =
          switch (cause) {
            case RestClientException answer -> answer.getStatus() != NOT_FOUND;
            case ConnectException ignored -> true;
            case SocketException ignored -> true;
            case SocketTimeoutException ignored -> true;
            case UnknownHostException ignored -> true;
            case TimeoutException ignored -> true;
            default -> false;
          };
      if (away) {
        return true;
      }
    }
    return false;
  }
}
