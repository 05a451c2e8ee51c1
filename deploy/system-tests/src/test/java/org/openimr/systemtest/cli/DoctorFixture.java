package org.openimr.systemtest.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.openimr.cli.ImrRunner;
import org.openimr.schemas.topic.Topic;
import org.openimr.testkit.pipeline.PipelineFixture;

/** Broker and registry, set up by the commands, and broken on purpose. */
final class DoctorFixture implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PipelineFixture cluster;
  private final Admin admin;
  private final ImrRunner shell = new ImrRunner();

  private DoctorFixture(PipelineFixture cluster) {
    this.cluster = cluster;
    this.admin = cluster.admin();
  }

  static DoctorFixture start(Path folder) throws Exception {
    return new DoctorFixture(PipelineFixture.embedded().start(folder));
  }

  /** By the commands that a deployment runs. */
  void setUp() {
    assertThat(imr("topics", "apply", "--yes")).as(shell.notes()).isZero();
    assertThat(imr("schemas", "register")).as(shell.notes()).isZero();
    assertThat(imr("guidelines", "load")).as(shell.notes()).isZero();
  }

  int imr(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    if (!words[0].equals("schemas") && !List.of(words).contains("--bootstrap-server")) {
      arguments.addAll(List.of("--bootstrap-server", cluster.bootstrapServers()));
    }
    if (!words[0].equals("topics") && !List.of(words).contains("--registry")) {
      arguments.addAll(List.of("--registry", cluster.registryUrl()));
    }
    return shell.imr(arguments.toArray(String[]::new));
  }

  String printed() {
    return String.join("\n", shell.lines());
  }

  String notes() {
    return shell.notes();
  }

  Admin admin() {
    return admin;
  }

  String broker() {
    return cluster.bootstrapServers();
  }

  void deleteTopic(Topic topic) throws Exception {
    admin.deleteTopics(List.of(topic.topicName())).all().get();
    await()
        .atMost(PATIENCE)
        .until(() -> !admin.listTopics().names().get().contains(topic.topicName()));
  }

  void set(Topic topic, String setting, String value) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
    AlterConfigOp change =
        new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                admin
                    .describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(setting)
                    .value()
                    .equals(value));
  }

  void deleteSubject(Topic topic) throws Exception {
    HttpResponse<String> answer = registry(HttpRequest.newBuilder(subject(topic)).DELETE().build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  void registerForeignSchema(Topic topic) throws Exception {
    URI versions = URI.create(subject(topic) + "/versions");
    String schema = "{\"schema\": \"{\\\"type\\\": \\\"string\\\"}\"}";
    HttpResponse<String> answer =
        registry(
            HttpRequest.newBuilder(versions)
                .header("content-type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(schema))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private URI subject(Topic topic) {
    return URI.create(cluster.registryUrl() + "/subjects/" + topic.subject());
  }

  private static HttpResponse<String> registry(HttpRequest request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    admin.close();
    cluster.close();
  }
}
