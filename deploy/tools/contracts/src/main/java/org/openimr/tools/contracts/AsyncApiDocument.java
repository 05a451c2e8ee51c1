package org.openimr.tools.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.TopicConfig;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.topic.Topic;

/**
 * The AsyncAPI 3.0 document of the topics, from the pipeline's side: it receives letters and sends
 * events. Payloads are the Avro schemas as the registry holds them; bindings are Kafka's 0.5.0.
 *
 * @see <a href="https://www.asyncapi.com/docs/reference/specification/v3.0.0">AsyncAPI 3.0</a>
 */
final class AsyncApiDocument {
  private static final String KAFKA_BINDING = "0.5.0";
  private static final String AVRO = "application/vnd.apache.avro+json;version=1.9.0";

  private final ObjectNode document = JsonNodeFactory.instance.objectNode();

  private AsyncApiDocument() {}

  /** The document. */
  static ObjectNode document() {
    AsyncApiDocument api = new AsyncApiDocument();
    api.head();
    ObjectNode channels = api.document.putObject("channels");
    ObjectNode operations = api.document.putObject("operations");
    ObjectNode components = api.document.putObject("components");
    ObjectNode messages = components.putObject("messages");
    for (Topic topic : Topic.values()) {
      TopicContract contract = TopicContract.of(topic);
      channels.set(name(topic), channel(topic, contract));
      operations.set(name(topic), operation(topic, contract));
      messages.set(name(topic), message(topic, contract));
    }
    components.set("schemas", HeaderJsonSchemas.all());
    return api.document;
  }

  private void head() {
    document.put("asyncapi", "3.0.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "IMR letters to events");
    info.put("version", "1.0.0");
    info.put(
        "description",
        "Independent Medical Review letters in, typed events out. All events of a letter are"
            + " published in one transaction: read with isolation.level=read_committed. Values are"
            + " Avro in Confluent's wire format (a zero byte, four bytes of schema id).");
    info.putObject("license").put("name", "Apache-2.0");
    ObjectNode local = document.putObject("servers").putObject("local");
    local.put("host", "127.0.0.1:9092");
    local.put("protocol", "kafka");
    local.put("description", "What imr up --port 9092 starts; the registry is at port 9093.");
    local
        .putObject("bindings")
        .putObject("kafka")
        .put("schemaRegistryUrl", "http://127.0.0.1:9093/apis/ccompat/v7")
        .put("schemaRegistryVendor", "confluent")
        .put("bindingVersion", KAFKA_BINDING);
    document.put("defaultContentType", "application/avro");
  }

  private static ObjectNode channel(Topic topic, TopicContract contract) {
    ObjectNode channel = JsonNodeFactory.instance.objectNode();
    channel.put("address", topic.topicName());
    channel.put("title", contract.title());
    channel.put("description", contract.summary());
    channel.putObject("messages").set(name(topic), reference("components/messages", topic));
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("topic", topic.topicName());
    kafka.put("partitions", topic.partitions());
    ObjectNode settings = kafka.putObject("topicConfiguration");
    Map<String, String> configured = topic.configuration();
    ArrayNode policy = settings.putArray(TopicConfig.CLEANUP_POLICY_CONFIG);
    String cleanup =
        Objects.requireNonNull(
            configured.get(TopicConfig.CLEANUP_POLICY_CONFIG), "every topic has a cleanup policy");
    Arrays.stream(cleanup.split(",")).forEach(policy::add);
    for (String setting :
        new String[] {TopicConfig.RETENTION_MS_CONFIG, TopicConfig.MAX_MESSAGE_BYTES_CONFIG}) {
      if (configured.containsKey(setting)) {
        settings.put(setting, Long.parseLong(configured.get(setting)));
      }
    }
    kafka.put("bindingVersion", KAFKA_BINDING);
    return channel;
  }

  private static ObjectNode operation(Topic topic, TopicContract contract) {
    ObjectNode operation = JsonNodeFactory.instance.objectNode();
    operation.put(
        "action",
        switch (contract.direction()) {
          case INBOUND -> "receive";
          case OUTBOUND, INTERNAL -> "send";
        });
    operation.set("channel", reference("channels", topic));
    operation.put("summary", contract.title());
    operation
        .putArray("messages")
        .add(
            JsonNodeFactory.instance
                .objectNode()
                .put("$ref", "#/channels/%s/messages/%s".formatted(name(topic), name(topic))));
    return operation;
  }

  private static ObjectNode message(Topic topic, TopicContract contract) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("name", topic.schema().map(Schema::getName).orElse(name(topic)));
    message.put("title", contract.title());
    message.put("summary", contract.summary());
    ObjectNode kafka = JsonNodeFactory.instance.objectNode();
    kafka.putObject("key").put("type", "string").put("description", contract.key());
    topic
        .schema()
        .ifPresentOrElse(
            schema -> {
              message.put("contentType", "application/avro");
              ObjectNode payload = message.putObject("payload");
              payload.put("schemaFormat", AVRO);
              payload.set("schema", avro(schema));
              kafka.put("schemaIdLocation", "payload");
              kafka.put("schemaIdPayloadEncoding", "confluent");
              kafka.put("schemaLookupStrategy", "TopicNameStrategy");
            },
            () -> bytes(topic, message));
    if (contract.headers() != TopicContract.HeaderSet.NONE) {
      message
          .putObject("headers")
          .put("$ref", "#/components/schemas/" + HeaderJsonSchemas.name(contract.headers()));
    }
    kafka.put("bindingVersion", KAFKA_BINDING);
    message.putObject("bindings").set("kafka", kafka);
    return message;
  }

  private static void bytes(Topic topic, ObjectNode message) {
    if (topic == Topic.DEAD_LETTER_HEADS) {
      message.putObject("payload").put("type", "null");
      return;
    }
    boolean note = topic == Topic.DEAD_LETTERS_SETTLED;
    message.put("contentType", note ? "application/json" : "application/octet-stream");
    message.putObject("payload").put("type", note ? "object" : "string");
  }

  private static ObjectNode reference(String where, Topic topic) {
    return JsonNodeFactory.instance.objectNode().put("$ref", "#/" + where + "/" + name(topic));
  }

  private static ObjectNode avro(Schema schema) {
    try {
      return (ObjectNode)
          new ObjectMapper().readTree(SchemaRegistrar.registeredForm(schema).toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Avro prints its schemas as JSON", e);
    }
  }

  /** {@code imr.item-decisions.v1} as {@code itemDecisions}. */
  private static String name(Topic topic) {
    String[] words = topic.name().split("_", -1);
    StringBuilder name = new StringBuilder();
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      name.append(
          name.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return name.toString();
  }
}
