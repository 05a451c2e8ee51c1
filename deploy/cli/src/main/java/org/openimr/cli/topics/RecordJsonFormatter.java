package org.openimr.cli.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record whose value is no event, as JSON: where it stands, its key, headers and size. */
final class RecordJsonFormatter {
  private RecordJsonFormatter() {}

  static String withoutValue(ConsumerRecord<byte[], byte[]> published) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("partition", published.partition());
    json.put("offset", published.offset());
    json.put("key", text(published.key()));
    ObjectNode headers = json.putObject("headers");
    for (Header header : published.headers()) {
      headers.put(header.key(), text(header.value()));
    }
    if (published.value() == null) {
      json.putNull("sizeBytes");
    } else {
      json.put("sizeBytes", published.value().length);
    }
    return json.toString();
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, UTF_8);
  }
}
