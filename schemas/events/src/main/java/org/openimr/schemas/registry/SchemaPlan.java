package org.openimr.schemas.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.schemas.topic.Topic;

/**
 * The differences between the schemas of a registry and those of the code, which {@link
 * SchemaRegistrar#register} would resolve.
 *
 * @param subjects in the order of {@link Topic}
 */
public record SchemaPlan(List<Subject> subjects) {
  private static final int NOT_FOUND = 404;

  /**
   * The comparison of one subject.
   *
   * @param compatibility level of the subject; empty if the registry's global level applies
   */
  public record Subject(Topic topic, State state, Optional<String> compatibility) {
    /** Whether registering would change nothing. */
    public boolean isUpToDate() {
      return state instanceof Registered
          && compatibility.filter(SchemaRegistrar.COMPATIBILITY::equals).isPresent();
    }
  }

  /** Whether the schema of the code is registered. */
  public sealed interface State {}

  /** The schema is registered. */
  public record Registered(int id, int version) implements State {}

  /** The subject has no schema. */
  public record Missing() implements State {}

  /** The subject has other schemas, up to this version; that of the code can be the next. */
  public record NewVersion(int latestVersion) implements State {}

  /**
   * The subject has other schemas, with which that of the code is incompatible.
   *
   * @param reasons human-readable
   */
  public record Incompatible(int latestVersion, List<String> reasons) implements State {}

  /**
   * Compares all subjects without changes. Compatibility is checked here, regardless of the level
   * of the registry.
   *
   * @param registry settings of Confluent's client, {@code schema.registry.url} at least
   * @throws IOException if the registry is unavailable or refuses the request
   */
  public static SchemaPlan of(Map<String, ?> registry) throws IOException {
    try (SchemaRegistryClient client = SchemaRegistrar.client(registry)) {
      List<Subject> subjects = new ArrayList<>();
      for (Topic topic : Topic.values()) {
        if (topic.schema().isPresent()) {
          subjects.add(subject(client, topic));
        }
      }
      return new SchemaPlan(List.copyOf(subjects));
    } catch (RestClientException e) {
      throw new IOException("the registry refused the request: " + e.getMessage(), e);
    }
  }

  /** Whether registering would change nothing. */
  public boolean isEmpty() {
    return subjects.stream().allMatch(Subject::isUpToDate);
  }

  /** Whether registering would violate the compatibility. */
  public boolean isIncompatible() {
    return subjects.stream().anyMatch(subject -> subject.state() instanceof Incompatible);
  }

  private static Subject subject(SchemaRegistryClient client, Topic topic)
      throws IOException, RestClientException {
    AvroSchema expected =
        new AvroSchema(SchemaRegistrar.registeredForm(topic.schema().orElseThrow()));
    String name = topic.subject();
    return new Subject(topic, state(client, name, expected), compatibility(client, name));
  }

  private static State state(SchemaRegistryClient client, String subject, AvroSchema expected)
      throws IOException, RestClientException {
    Optional<List<Integer>> versions = findOrEmpty(() -> client.getAllVersions(subject));
    if (versions.isEmpty() || versions.get().isEmpty()) {
      return new Missing();
    }
    // the id first: the version is also known for a deleted schema
    Optional<Integer> id = findOrEmpty(() -> client.getId(subject, expected));
    if (id.isPresent()) {
      return new Registered(id.get(), client.getVersion(subject, expected));
    }
    List<ParsedSchemaHolder> earlier = new ArrayList<>();
    for (int each : versions.get()) {
      int schemaId = client.getSchemaMetadata(subject, each).getId();
      earlier.add(new SimpleParsedSchemaHolder(client.getSchemaBySubjectAndId(subject, schemaId)));
    }
    List<String> reasons = expected.isCompatible(CompatibilityLevel.FULL_TRANSITIVE, earlier);
    int newest = versions.get().getLast();
    return reasons.isEmpty()
        ? new NewVersion(newest)
        : new Incompatible(newest, List.copyOf(reasons));
  }

  private static Optional<String> compatibility(SchemaRegistryClient client, String subject)
      throws IOException, RestClientException {
    return findOrEmpty(() -> client.getCompatibility(subject));
  }

  private static <T> Optional<T> findOrEmpty(RegistryCall<T> request)
      throws IOException, RestClientException {
    try {
      return Optional.ofNullable(request.call());
    } catch (RestClientException e) {
      // registries agree on the error code, not on the status
      if (e.getStatus() == NOT_FOUND || e.getErrorCode() / 100 == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private interface RegistryCall<T> {
    T call() throws IOException, RestClientException;
  }
}
