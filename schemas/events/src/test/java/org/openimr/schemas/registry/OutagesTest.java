package org.openimr.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.util.Map;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.schemas.topic.Topic;

class OutagesTest {
  @ParameterizedTest
  @CsvSource({
    // status, error code, outage, encoding blocked
    "401, 40101, true, true",
    "403, 40301, true, true",
    "404, 404, true, true",
    "404, 40401, false, true",
    "404, 40403, false, true",
    "404, 50004, true, true",
    "500, 50001, true, true",
    "503, 503, true, true",
  })
  void classifiesResponsesOfRegistry(int status, int code, boolean outage, boolean blocked) {
    Throwable failure =
        new SerializationException("failed", new RestClientException("failed", status, code));

    assertThat(Outages.isOutage(failure)).isEqualTo(outage);
    assertThat(Outages.isEncodingBlocked(failure)).isEqualTo(blocked);
  }

  @Test
  void unreachableRegistryIsAnOutage() {
    SchemaRegistryClient registry =
        SchemaRegistrar.client(
            Map.of(
                "schema.registry.url", "http://127.0.0.1:1", "schema.registry.max.retries", "0"));

    Throwable failure =
        catchThrowable(() -> new SchemaIdPrefixes(registry).forTopic(Topic.OUTCOME_STATISTICS));

    assertThat(Outages.isOutage(failure)).isTrue();
  }

  @Test
  void retriableFailureOfBrokerIsAnOutage() {
    assertThat(Outages.isOutage(new SerializationException("failed", new TimeoutException())))
        .isTrue();
  }

  @Test
  void refusedClientIsAnOutage() {
    assertThat(Outages.isOutage(new InvalidConfigurationException("forbidden"))).isTrue();
  }

  @Test
  void failuresOfTheRecordAreNotOutages() {
    assertThat(Outages.isOutage(new SerializationException("malformed", new EOFException())))
        .isFalse();
    assertThat(Outages.isOutage(new RecordTooLargeException())).isFalse();
    assertThat(Outages.isEncodingBlocked(new NullPointerException())).isFalse();
  }
}
