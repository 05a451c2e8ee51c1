package org.openimr.sink.monitor.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openimr.sink.monitor.store.LocalStores.PartitionRows;
import org.openimr.sink.monitor.store.StatisticsStores.Row;

/** JSON format of store rows between instances: keys as text, values in Base64. */
public final class StoreRowsJson {
  private StoreRowsJson() {}

  /** Writes the rows of partitions. */
  public static <V> ObjectNode write(QueryableStore<V> store, List<PartitionRows<V>> parts) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode array = json.putArray("parts");
    for (PartitionRows<V> part : parts) {
      ObjectNode object = array.addObject();
      object.put("partition", part.partition()).put("standby", part.isStandby());
      ArrayNode rows = object.putArray("rows");
      part.rows()
          .forEach(
              row ->
                  rows.addArray()
                      .add(row.key())
                      .add(store.values().serializer().serialize(store.name(), row.value())));
    }
    return json;
  }

  static <V> List<PartitionRows<V>> read(QueryableStore<V> store, JsonNode json)
      throws IOException {
    List<PartitionRows<V>> parts = new ArrayList<>();
    for (JsonNode object : json.path("parts")) {
      List<Row<V>> rows = new ArrayList<>();
      for (JsonNode row : object.path("rows")) {
        byte[] value = row.path(1).binaryValue();
        rows.add(
            new Row<>(
                row.path(0).asText(),
                store.values().deserializer().deserialize(store.name(), value)));
      }
      parts.add(
          new PartitionRows<>(
              object.path("partition").asInt(-1), object.path("standby").asBoolean(), rows));
    }
    return parts;
  }
}
