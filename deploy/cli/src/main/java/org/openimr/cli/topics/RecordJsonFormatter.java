package org.openimr.cli.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.openimr.schemas.event.ClinicalFields;

/** Formats position, key, headers and size of a record as JSON, without its value. */
final class RecordJsonFormatter {
  private RecordJsonFormatter() {}

  /**
   * Formats a record.
   *
   * @param revealed whether to include clinical headers
   */
  static String withoutValue(ConsumerRecord<byte[], byte[]> record, boolean revealed) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("partition", record.partition());
    json.put("offset", record.offset());
    json.put("key", text(record.key()));
    ObjectNode headers = json.putObject("headers");
    for (Header header : record.headers()) {
      if (revealed || !ClinicalFields.isClinicalHeader(header.key())) {
        headers.put(header.key(), text(header.value()));
      }
    }
    if (record.value() == null) {
      json.putNull("sizeBytes");
    } else {
      json.put("sizeBytes", record.value().length);
    }
    return json.toString();
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    return bytes == null ? null : new String(bytes, UTF_8);
  }
}
