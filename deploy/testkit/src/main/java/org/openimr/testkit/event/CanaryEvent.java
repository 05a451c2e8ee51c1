package org.openimr.testkit.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.openimr.schemas.event.EventSerdes;

/**
 * An event with a canary in each field that holds text or a number: a value that occurs nowhere
 * else. Lists have one element, and no field is null. Which canaries are clinical is read from the
 * schema here, independently of the code that withholds them.
 */
public final class CanaryEvent {
  private static final String CLINICAL = "imr.clinical";

  private final Map<String, String> clinical = new TreeMap<>();
  private final Map<String, String> open = new TreeMap<>();
  private final GenericRecord event;
  private int last = 731_000;

  private CanaryEvent(Schema schema) {
    event = fields(schema, "", false);
  }

  /** An event of a schema. */
  public static CanaryEvent of(Schema schema) {
    return new CanaryEvent(schema);
  }

  /** The event as a generic record. */
  public GenericRecord event() {
    return event;
  }

  /** The event as an object of its generated class. */
  public <T extends SpecificRecord> T as(Class<T> type) {
    EventSerdes.permitEventClasses();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new GenericDatumWriter<GenericRecord>(event.getSchema()).write(event, encoder);
      return new SpecificDatumReader<>(type)
          .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The canaries in clinical fields, by path. */
  public Map<String, String> clinical() {
    return clinical;
  }

  /** The canaries in all other fields, by path. */
  public Map<String, String> open() {
    return open;
  }

  /** The paths of the clinical canaries that an output contains. */
  public List<String> leaksInto(String output) {
    return paths(clinical, output, true);
  }

  /** The paths of the other canaries that an output lacks. */
  public List<String> missingFrom(String output) {
    return paths(open, output, false);
  }

  private static List<String> paths(
      Map<String, String> canaries, String output, boolean contained) {
    List<String> paths = new ArrayList<>();
    canaries.forEach(
        (path, canary) -> {
          if (output.contains(canary) == contained) {
            paths.add(path);
          }
        });
    return paths;
  }

  private GenericRecord fields(Schema schema, String path, boolean hidden) {
    GenericRecord values = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      boolean marked = hidden || Boolean.TRUE.equals(field.getObjectProp(CLINICAL));
      String inner = path.isEmpty() ? field.name() : path + "." + field.name();
      values.put(field.pos(), value(field.schema(), inner, marked));
    }
    return values;
  }

  private Object value(Schema type, String path, boolean hidden) {
    return switch (type.getType()) {
      case RECORD -> fields(type, path, hidden);
      case UNION -> value(nonNull(type), path, hidden);
      case ARRAY -> List.of(value(type.getElementType(), path, hidden));
      case ENUM -> new GenericData.EnumSymbol(type, type.getEnumSymbols().getLast());
      case STRING -> canary("canary-" + ++last + "-", path, hidden);
      case INT -> type.getLogicalType() == null ? number(path, hidden) : 17_000;
      case LONG ->
          type.getLogicalType() == null ? (Object) (long) number(path, hidden) : 1_700_000_000_000L;
      case DOUBLE -> 1.5;
      case BOOLEAN -> true;
      default -> throw new IllegalArgumentException(path + " has type " + type.getType());
    };
  }

  private int number(String path, boolean hidden) {
    int number = ++last;
    canary(Integer.toString(number), path, hidden);
    return number;
  }

  private String canary(String canary, String path, boolean hidden) {
    (hidden ? clinical : open).put(path, canary);
    return canary;
  }

  private static Schema nonNull(Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }
}
