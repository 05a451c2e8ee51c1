package org.openimr.sink.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.openimr.sink.webhook.delivery.AddressPolicy;
import org.openimr.sink.webhook.delivery.EndpointPolicy;
import org.openimr.sink.webhook.delivery.JitteredBackOff;
import org.openimr.sink.webhook.delivery.SigningKey;
import org.openimr.sink.webhook.delivery.SigningKeyFile;
import org.openimr.sink.webhook.event.EventFilter;

/** What a connector knows of its endpoint. Values of a list stand apart by semicolons. */
final class WebhookConnectorConfig extends AbstractConfig {
  static final String NAME = "endpoint";
  static final String URL = "url";
  static final String SECRET_FILE = "secret.file";
  static final String SECRETS = "secrets";
  static final String CATEGORY = "category";
  static final String OUTCOME = "outcome";
  static final String GUIDELINE = "guideline";
  static final String CLINICAL_TEXT = "clinical.text";
  static final String ALLOW_PRIVATE = "allow.private";
  static final String TIMEOUT = "timeout.ms";
  static final String MAX_ATTEMPTS = "tries";
  static final String RETRY_INITIAL = "retry.first.ms";
  static final String RETRY_MAX = "retry.longest.ms";
  static final String RETRY_AFTER_MAX = "retry.after.longest.ms";
  static final String CIRCUIT_FAILURES = "circuit.failures";
  static final String CIRCUIT_INITIAL = "circuit.first.ms";
  static final String CIRCUIT_MAX = "circuit.longest.ms";
  static final String MAX_IN_FLIGHT = "at.once";
  static final String MAX_PENDING = "waiting";

  /** What goes to the producer of dead letters. */
  static final String KAFKA = "kafka.";

  private static final String REGISTRY = "schema.registry.";
  private static final double RETRY_FACTOR = 4;
  private static final double CIRCUIT_FACTOR = 2;

  /** All that a user may say of an endpoint. */
  static final ConfigDef OPTIONS =
      new ConfigDef()
          .define(URL, Type.STRING, ConfigDef.NO_DEFAULT_VALUE, Importance.HIGH, "address, https")
          .define(
              SECRET_FILE,
              Type.STRING,
              "",
              Importance.HIGH,
              "file with the signing keys (whsec_...), read again when it changes")
          .define(
              SECRETS,
              Type.PASSWORD,
              "",
              Importance.HIGH,
              "the signing keys themselves, where there is no file, best by a config provider")
          .define(
              CATEGORY,
              Type.STRING,
              "",
              Importance.MEDIUM,
              "only decisions of these categories or subcategories, with semicolons")
          .define(
              OUTCOME,
              Type.STRING,
              "",
              Importance.MEDIUM,
              "only decisions with this outcome: UPHELD or OVERTURNED")
          .define(
              GUIDELINE,
              Type.STRING,
              "",
              Importance.MEDIUM,
              "only decisions that cite these guidelines, by id or document, with semicolons")
          .define(
              CLINICAL_TEXT,
              Type.BOOLEAN,
              false,
              Importance.MEDIUM,
              "whether summary, rationales and statements are sent")
          .define(
              ALLOW_PRIVATE,
              Type.BOOLEAN,
              false,
              Importance.MEDIUM,
              "whether loopback and private networks may be posted to")
          .define(TIMEOUT, Type.LONG, 15_000, Range.atLeast(1), Importance.LOW, "ms of one try")
          .define(
              MAX_ATTEMPTS, Type.INT, 10, Range.atLeast(1), Importance.LOW, "tries of one event")
          .define(
              RETRY_INITIAL,
              Type.LONG,
              1_000,
              Range.atLeast(1),
              Importance.LOW,
              "ms before the second try; each later wait is four times as long")
          .define(
              RETRY_MAX,
              Type.LONG,
              3_600_000,
              Range.atLeast(1),
              Importance.LOW,
              "ms that a wait between tries grows to")
          .define(
              RETRY_AFTER_MAX,
              Type.LONG,
              3_600_000,
              Range.atLeast(1),
              Importance.LOW,
              "ms to which a longer Retry-After is cut")
          .define(
              CIRCUIT_FAILURES,
              Type.INT,
              20,
              Range.atLeast(1),
              Importance.LOW,
              "failures in a row after which an endpoint is left alone for a while")
          .define(
              CIRCUIT_INITIAL,
              Type.LONG,
              5_000,
              Range.atLeast(1),
              Importance.LOW,
              "ms of the first such while; each later one is twice as long")
          .define(
              CIRCUIT_MAX,
              Type.LONG,
              900_000,
              Range.atLeast(1),
              Importance.LOW,
              "ms that such a while grows to")
          .define(
              MAX_IN_FLIGHT,
              Type.INT,
              32,
              Range.between(1, 1_000),
              Importance.LOW,
              "events under way at the same time, of different cases")
          .define(
              MAX_PENDING,
              Type.INT,
              2_000,
              Range.between(1, 100_000),
              Importance.LOW,
              "events taken on and not delivered, above which no more are read");

  private static final ConfigDef ALL =
      new ConfigDef(OPTIONS)
          .define(
              NAME,
              Type.STRING,
              ConfigDef.NO_DEFAULT_VALUE,
              Importance.HIGH,
              "name of the endpoint in dead letters and logs");

  WebhookConnectorConfig(Map<String, String> properties) {
    super(ALL, properties);
  }

  /** What Connect checks a connector's configuration by. */
  static ConfigDef definition() {
    return new ConfigDef(ALL);
  }

  /** The endpoint's name among the stages of dead letters. */
  String stage() {
    return "sink:webhook:" + getString(NAME);
  }

  /**
   * How the endpoint is to be dealt with.
   *
   * @throws ConfigException if the address is none to post to
   */
  EndpointPolicy policy() {
    return new EndpointPolicy(
        address(),
        getBoolean(ALLOW_PRIVATE),
        milliseconds(TIMEOUT),
        getInt(MAX_ATTEMPTS),
        new JitteredBackOff(milliseconds(RETRY_INITIAL), RETRY_FACTOR, milliseconds(RETRY_MAX)),
        milliseconds(RETRY_AFTER_MAX),
        getInt(MAX_IN_FLIGHT),
        getInt(CIRCUIT_FAILURES),
        new JitteredBackOff(
            milliseconds(CIRCUIT_INITIAL), CIRCUIT_FACTOR, milliseconds(CIRCUIT_MAX)));
  }

  /**
   * The keys to sign with.
   *
   * @throws ConfigException if there is none
   */
  Supplier<List<SigningKey>> keys() {
    try {
      if (!getString(SECRET_FILE).isBlank()) {
        return new SigningKeyFile(Path.of(getString(SECRET_FILE)));
      }
      List<SigningKey> keys = SigningKey.parse(getPassword(SECRETS).value());
      return () -> keys;
    } catch (IllegalArgumentException e) {
      throw new ConfigException(e.getMessage());
    }
  }

  EventFilter selection() {
    return EventFilter.of(list(CATEGORY), list(OUTCOME), list(GUIDELINE));
  }

  /** Settings of the producer of dead letters. */
  Map<String, Object> producer() {
    return originalsWithPrefix(KAFKA);
  }

  /** Settings of the registry client, under its own names. */
  Map<String, Object> registry() {
    Map<String, Object> registry = new TreeMap<>(originals());
    registry.keySet().removeIf(key -> !key.startsWith(REGISTRY));
    return registry;
  }

  private URI address() {
    try {
      URI address = new URI(getString(URL));
      AddressPolicy.of(address, getBoolean(ALLOW_PRIVATE));
      return address;
    } catch (URISyntaxException e) {
      throw new ConfigException(URL, "***", "is no address");
    } catch (IllegalArgumentException e) {
      throw new ConfigException(URL, "***", e.getMessage());
    }
  }

  private Duration milliseconds(String option) {
    return Duration.ofMillis(getLong(option));
  }

  private List<String> list(String option) {
    return Arrays.stream(getString(option).split(";"))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
