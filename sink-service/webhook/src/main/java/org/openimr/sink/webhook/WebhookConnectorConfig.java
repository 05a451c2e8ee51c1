package org.openimr.sink.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.openimr.schemas.event.WarningCodes;
import org.openimr.sink.webhook.delivery.AddressPolicy;
import org.openimr.sink.webhook.delivery.EndpointPolicy;
import org.openimr.sink.webhook.delivery.JitteredBackOff;
import org.openimr.sink.webhook.delivery.SigningKey;
import org.openimr.sink.webhook.delivery.SigningKeyFile;
import org.openimr.sink.webhook.event.EventFilter;

/** Configuration of a connector for one endpoint. Lists are separated by semicolons. */
final class WebhookConnectorConfig extends AbstractConfig {
  static final String NAME = "endpoint";
  static final String URL = "url";
  static final String SECRET_FILE = "secret.file";
  static final String SECRETS = "secrets";
  static final String CATEGORY = "category";
  static final String OUTCOME = "outcome";
  static final String GUIDELINE = "guideline";
  static final String WARNING = "warning";
  static final String CLINICAL_TEXT = "clinical.text";
  static final String ALLOW_PRIVATE = "allow.private";
  static final String TIMEOUT = "timeout.ms";
  static final String MAX_ATTEMPTS = "max.attempts";
  static final String RETRY_INITIAL = "retry.initial.ms";
  static final String RETRY_MAX = "retry.max.ms";
  static final String RETRY_AFTER_MAX = "retry.after.max.ms";
  static final String CIRCUIT_FAILURES = "circuit.failures";
  static final String CIRCUIT_INITIAL = "circuit.initial.ms";
  static final String CIRCUIT_MAX = "circuit.max.ms";
  static final String MAX_IN_FLIGHT = "max.in.flight";
  static final String MAX_PENDING = "max.pending";

  /** Prefix of the settings of the producer of dead letters. */
  static final String KAFKA = "kafka.";

  private static final String REGISTRY = "schema.registry.";
  private static final double RETRY_FACTOR = 4;
  private static final double CIRCUIT_FACTOR = 2;

  /** The options of an endpoint that a user may set. */
  static final ConfigDef OPTIONS =
      new ConfigDef()
          .define(
              URL,
              ConfigDef.Type.STRING,
              ConfigDef.NO_DEFAULT_VALUE,
              Importance.HIGH,
              "HTTPS address to post to")
          .define(
              SECRET_FILE,
              ConfigDef.Type.STRING,
              "",
              Importance.HIGH,
              "file with the signing keys (whsec_...), reloaded when it changes")
          .define(
              SECRETS,
              ConfigDef.Type.PASSWORD,
              "",
              Importance.HIGH,
              "signing keys if there is no file; best given through a config provider")
          .define(
              CATEGORY,
              ConfigDef.Type.STRING,
              "",
              Importance.MEDIUM,
              "send only decisions with these categories or subcategories, semicolon-separated")
          .define(
              OUTCOME,
              ConfigDef.Type.STRING,
              "",
              Importance.MEDIUM,
              "send only decisions with this outcome: UPHELD or OVERTURNED")
          .define(
              GUIDELINE,
              ConfigDef.Type.STRING,
              "",
              Importance.MEDIUM,
              "send only decisions that cite these guidelines (ids or documents),"
                  + " semicolon-separated")
          .define(
              WARNING,
              ConfigDef.Type.STRING,
              "",
              ConfigDef.LambdaValidator.with(
                  WebhookConnectorConfig::requireWarningCodes, () -> "codes of warnings"),
              Importance.MEDIUM,
              "send only decisions with warnings of these codes, semicolon-separated")
          .define(
              CLINICAL_TEXT,
              ConfigDef.Type.BOOLEAN,
              false,
              Importance.MEDIUM,
              "whether to send clinical fields")
          .define(
              ALLOW_PRIVATE,
              ConfigDef.Type.BOOLEAN,
              false,
              Importance.MEDIUM,
              "whether to allow loopback and private addresses")
          .define(
              TIMEOUT,
              ConfigDef.Type.LONG,
              15_000,
              Range.atLeast(1),
              Importance.LOW,
              "timeout of one attempt in ms")
          .define(
              MAX_ATTEMPTS,
              ConfigDef.Type.INT,
              10,
              Range.atLeast(1),
              Importance.LOW,
              "attempts per event, from 1")
          .define(
              RETRY_INITIAL,
              ConfigDef.Type.LONG,
              1_000,
              Range.atLeast(1),
              Importance.LOW,
              "delay before the second attempt in ms; each further delay is four times as long")
          .define(
              RETRY_MAX,
              ConfigDef.Type.LONG,
              3_600_000,
              Range.atLeast(1),
              Importance.LOW,
              "maximum delay between two attempts in ms")
          .define(
              RETRY_AFTER_MAX,
              ConfigDef.Type.LONG,
              3_600_000,
              Range.atLeast(1),
              Importance.LOW,
              "maximum in ms of a Retry-After that is honored")
          .define(
              CIRCUIT_FAILURES,
              ConfigDef.Type.INT,
              20,
              Range.atLeast(1),
              Importance.LOW,
              "consecutive failures that open the circuit of the endpoint")
          .define(
              CIRCUIT_INITIAL,
              ConfigDef.Type.LONG,
              5_000,
              Range.atLeast(1),
              Importance.LOW,
              "time in ms that the circuit stays open at first; doubled each further time")
          .define(
              CIRCUIT_MAX,
              ConfigDef.Type.LONG,
              900_000,
              Range.atLeast(1),
              Importance.LOW,
              "maximum time in ms that the circuit stays open")
          .define(
              MAX_IN_FLIGHT,
              ConfigDef.Type.INT,
              32,
              Range.between(1, 1_000),
              Importance.LOW,
              "maximum concurrent requests, each for a different case")
          .define(
              MAX_PENDING,
              ConfigDef.Type.INT,
              2_000,
              Range.between(1, 100_000),
              Importance.LOW,
              "maximum undelivered events; reading pauses at this number");

  private static final ConfigDef ALL =
      new ConfigDef(OPTIONS)
          .define(
              NAME,
              ConfigDef.Type.STRING,
              ConfigDef.NO_DEFAULT_VALUE,
              Importance.HIGH,
              "name of the endpoint in dead letters and logs");

  WebhookConnectorConfig(Map<String, String> properties) {
    super(ALL, properties);
  }

  /** Definition that Connect validates a connector's configuration with. */
  static ConfigDef definition() {
    return new ConfigDef(ALL);
  }

  /** Stage that dead letters of this endpoint have. */
  String stage() {
    return "sink:webhook:" + getString(NAME);
  }

  /**
   * Limits and retry rules of the endpoint.
   *
   * @throws ConfigException if the address is not allowed
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
   * The keys to sign with, the current ones at each call of the supplier.
   *
   * @throws ConfigException if there are none
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

  EventFilter filter() {
    return EventFilter.of(list(CATEGORY), list(OUTCOME), list(GUIDELINE), list(WARNING));
  }

  /** Settings of the producer of dead letters. */
  Map<String, Object> producer() {
    return originalsWithPrefix(KAFKA);
  }

  /** Settings of the registry client, with its own keys. */
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
      throw new ConfigException(URL, "***", "is not a URI");
    } catch (IllegalArgumentException e) {
      throw new ConfigException(URL, "***", e.getMessage());
    }
  }

  private Duration milliseconds(String option) {
    return Duration.ofMillis(getLong(option));
  }

  /** Rejects unknown codes, because a filter with a misspelt code would never send an event. */
  private static void requireWarningCodes(String option, @Nullable Object codes) {
    List<String> known = WarningCodes.written().stream().map(Enum::name).toList();
    for (String code : split(String.valueOf(codes))) {
      if (!known.contains(code.toUpperCase(Locale.ROOT))) {
        throw new ConfigException(option, code, "must be one of " + String.join(", ", known));
      }
    }
  }

  private List<String> list(String option) {
    return split(getString(option));
  }

  private static List<String> split(String values) {
    return Arrays.stream(values.split(";", -1))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
