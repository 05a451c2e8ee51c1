package org.openimr.sink.database;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/** Extends an event schema as a later version may: adds a timestamp and an array. */
final class EvolvedSchema {
  private EvolvedSchema() {}

  static Schema of(Schema event) {
    List<Field> fields = new ArrayList<>();
    event.getFields().forEach(field -> fields.add(new Field(field, field.schema())));
    fields.add(optional("heardAt", time()));
    fields.add(optional("tags", Schema.createArray(string())));
    return Schema.createRecord(
        event.getName(), event.getDoc(), event.getNamespace(), false, fields);
  }

  private static Field optional(String name, Schema schema) {
    Schema orNull = Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
    return new Field(name, orNull, "Synthetic.", Field.NULL_DEFAULT_VALUE);
  }

  private static Schema time() {
    return LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
  }

  private static Schema string() {
    return Schema.create(Schema.Type.STRING);
  }
}
