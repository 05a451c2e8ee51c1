package org.openimr.sink.monitor.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.SchemaStore;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.openimr.event.OutcomeStatistics;
import org.openimr.schemas.event.EventSerdes;

/** Serdes of internal stores and topics, which do not use the schema registry. */
public final class StatisticsSerdes {

  /** Ignores properties that an earlier or later version stored. */
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static final BinaryMessageDecoder<OutcomeStatistics> DECODER = decoder();

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
      return DECODER.decode(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Also decodes cells that a version without counts of warnings stored. */
  private static BinaryMessageDecoder<OutcomeStatistics> decoder() {
    EventSerdes.permitEventClasses();
    Schema schema = OutcomeStatistics.getClassSchema();
    List<Schema.Field> fields =
        schema.getFields().stream()
            .filter(field -> !field.name().equals("warnings"))
            .map(field -> new Schema.Field(field, field.schema()))
            .toList();
    BinaryMessageDecoder<OutcomeStatistics> decoder =
        OutcomeStatistics.createDecoder(new SchemaStore.Cache());
    decoder.addSchema(
        Schema.createRecord(
            schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields));
    return decoder;
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
