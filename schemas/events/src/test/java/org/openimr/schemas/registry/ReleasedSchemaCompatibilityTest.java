package org.openimr.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaParser;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.schemas.topic.Topic;

/**
 * Compares each schema with every released copy of it ({@code schemas/events/released}), both
 * directions, as the registry's FULL_TRANSITIVE does.
 *
 * <p>With {@code -Dschemas.release=2} it writes the current schemas as version 2.
 */
class ReleasedSchemaCompatibilityTest {
  private static final Path RELEASED = Path.of("released");
  private static final SchemaValidator FULL_TRANSITIVE =
      new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

  static Stream<Topic> topicsWithSchema() {
    return Stream.of(Topic.values()).filter(topic -> topic.schema().isPresent());
  }

  @ParameterizedTest
  @MethodSource("topicsWithSchema")
  void isCompatibleWithAllReleasedVersions(Topic topic) throws IOException {
    Schema schema = topic.schema().orElseThrow();
    release(topic, schema);

    List<Schema> released = released(topic);

    assertThat(released).as("released copies of " + topic.subject()).isNotEmpty();
    assertThatCode(() -> FULL_TRANSITIVE.validate(schema, released.reversed()))
        .doesNotThrowAnyException();
  }

  @Test
  void rejectsRemovedFieldWithoutDefault() {
    Schema before =
        SchemaBuilder.record("Event").fields().requiredString("a").requiredString("b").endRecord();
    Schema after = SchemaBuilder.record("Event").fields().requiredString("a").endRecord();

    assertThatThrownBy(() -> FULL_TRANSITIVE.validate(after, List.of(before)))
        .isInstanceOf(SchemaValidationException.class);
  }

  private static List<Schema> released(Topic topic) throws IOException {
    Path directory = RELEASED.resolve(topic.subject());
    List<Schema> schemas = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted(Comparator.comparing(Path::toString)).toList()) {
        schemas.add(new SchemaParser().parse(file).mainSchema());
      }
    }
    return schemas;
  }

  private static void release(Topic topic, Schema schema) throws IOException {
    String version = System.getProperty("schemas.release");
    if (version != null) {
      Path directory = Files.createDirectories(RELEASED.resolve(topic.subject()));
      String json = SchemaFormatter.format("json/pretty", SchemaRegistrar.registeredForm(schema));
      Files.writeString(directory.resolve("v" + version + ".avsc"), json + "\n");
    }
  }
}
