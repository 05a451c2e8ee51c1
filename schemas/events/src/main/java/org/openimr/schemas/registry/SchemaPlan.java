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
 * How a registry's schemas differ from those of the code, and what {@link SchemaRegistrar#register}
 * would change.
 *
 * @param subjects how each subject stands, in the order of {@link Topic}
 */
public record SchemaPlan(List<Subject> subjects) {
  private static final int NOT_FOUND = 404;

  /**
   * How a subject stands.
   *
   * @param compatibility the level that is set for it; empty where the registry's own holds
   */
  public record Subject(Topic topic, State state, Optional<String> compatibility) {
    /** Whether registering would change nothing. */
    public boolean isUpToDate() {
      return state instanceof Registered
          && compatibility.filter(SchemaRegistrar.COMPATIBILITY::equals).isPresent();
    }
  }

  /** Whether the code's schema is there. */
  public sealed interface State {}

  /** It is, under this id, as this version. */
  public record Registered(int id, int version) implements State {}

  /** No schema is. */
  public record Missing() implements State {}

  /** Only others are, up to this version; the code's may be the next. */
  public record NewVersion(int latestVersion) implements State {}

  /**
   * Only others are, and the code's can't read them or be read with them.
   *
   * @param reasons for people
   */
  public record Incompatible(int latestVersion, List<String> reasons) implements State {}

  /**
   * Looks; changes nothing. Compatibility is checked here, whatever the registry itself asks for.
   *
   * @param registry settings of Confluent's client, {@code schema.registry.url} at least
   * @throws IOException if the registry can't be reached or refuses to tell
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
      throw new IOException("the registry refused to tell: " + e.getMessage(), e);
    }
  }

  /** Whether registering would change nothing. */
  public boolean isEmpty() {
    return subjects.stream().allMatch(Subject::isUpToDate);
  }

  /** Whether registering would be against the contract. */
  public boolean isIncompatible() {
    return subjects.stream().anyMatch(subject -> subject.state() instanceof Incompatible);
  }

  private static Subject subject(SchemaRegistryClient client, Topic topic)
      throws IOException, RestClientException {
    AvroSchema wanted =
        new AvroSchema(SchemaRegistrar.registeredForm(topic.schema().orElseThrow()));
    String name = topic.subject();
    return new Subject(topic, state(client, name, wanted), compatibility(client, name));
  }

  private static State state(SchemaRegistryClient client, String subject, AvroSchema wanted)
      throws IOException, RestClientException {
    Optional<List<Integer>> versions = findOrEmpty(() -> client.getAllVersions(subject));
    if (versions.isEmpty() || versions.get().isEmpty()) {
      return new Missing();
    }
    // not by its version first: that is also known of one that was deleted
    Optional<Integer> there = findOrEmpty(() -> client.getId(subject, wanted));
    if (there.isPresent()) {
      return new Registered(there.get(), client.getVersion(subject, wanted));
    }
    List<ParsedSchemaHolder> earlier = new ArrayList<>();
    for (int each : versions.get()) {
      int id = client.getSchemaMetadata(subject, each).getId();
      earlier.add(new SimpleParsedSchemaHolder(client.getSchemaBySubjectAndId(subject, id)));
    }
    List<String> reasons = wanted.isCompatible(CompatibilityLevel.FULL_TRANSITIVE, earlier);
    int newest = versions.get().getLast();
    return reasons.isEmpty()
        ? new NewVersion(newest)
        : new Incompatible(newest, List.copyOf(reasons));
  }

  private static Optional<String> compatibility(SchemaRegistryClient client, String subject)
      throws IOException, RestClientException {
    return findOrEmpty(() -> client.getCompatibility(subject));
  }

  private static <T> Optional<T> findOrEmpty(RegistryCall<T> question)
      throws IOException, RestClientException {
    try {
      return Optional.ofNullable(question.call());
    } catch (RestClientException e) {
      // registries give the code as Confluent's does, not always the status
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
