package org.openimr.sink.monitor.instances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openimr.sink.monitor.statistics.HeldHere.Part;
import org.openimr.sink.monitor.statistics.SharedStore;
import org.openimr.sink.monitor.statistics.StoreSource.Row;

/** Rows of a store as instances give them to each other: keys as text, values in Base64. */
public final class RowsJson {
  private RowsJson() {}

  /** The partitions that are here. */
  public static <V> ObjectNode write(SharedStore<V> store, List<Part<V>> parts) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode all = json.putArray("parts");
    for (Part<V> part : parts) {
      ObjectNode one = all.addObject();
      one.put("partition", part.partition()).put("standby", part.isStandby());
      ArrayNode rows = one.putArray("rows");
      part.rows()
          .forEach(
              row ->
                  rows.addArray()
                      .add(row.key())
                      .add(store.values().serializer().serialize(store.name(), row.value())));
    }
    return json;
  }

  static <V> List<Part<V>> read(SharedStore<V> store, JsonNode json) throws IOException {
    List<Part<V>> parts = new ArrayList<>();
    for (JsonNode one : json.path("parts")) {
      List<Row<V>> rows = new ArrayList<>();
      for (JsonNode row : one.path("rows")) {
        byte[] value = row.path(1).binaryValue();
        rows.add(
            new Row<>(
                row.path(0).asText(),
                store.values().deserializer().deserialize(store.name(), value)));
      }
      parts.add(new Part<>(one.path("partition").asInt(-1), one.path("standby").asBoolean(), rows));
    }
    return parts;
  }
}
