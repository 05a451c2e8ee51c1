package org.openimr.sink.monitor.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.openimr.event.OutcomeStatistics;

/** Serdes of internal stores and topics, which do not use the schema registry. */
public final class StatisticsSerdes {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StatisticsSerdes() {}

  /** Serde of counts in Avro's single-object encoding. */
  public static Serde<OutcomeStatistics> counts() {
    return Serdes.serdeFrom(
        (topic, counts) -> counts == null ? null : encode(counts),
        (topic, bytes) -> bytes == null ? null : decode(bytes));
  }

  /** Serde of a record as JSON. */
  public static <T> Serde<T> json(Class<T> type) {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : write(value),
        (topic, bytes) -> bytes == null ? null : read(bytes, type));
  }

  static byte[] encode(OutcomeStatistics counts) {
    try {
      ByteBuffer buffer = OutcomeStatistics.getEncoder().encode(counts);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static OutcomeStatistics decode(byte[] bytes) {
    try {
      return OutcomeStatistics.getDecoder().decode(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] write(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(byte[] bytes, Class<T> type) {
    try {
      return JSON.readValue(bytes, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
