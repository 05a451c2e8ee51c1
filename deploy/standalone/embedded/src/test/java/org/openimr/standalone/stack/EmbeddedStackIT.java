package org.openimr.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.standalone.process.StartupException;
import org.openimr.standalone.stack.EmbeddedStack.StackPorts;

class EmbeddedStackIT {
  @TempDir Path directory;

  @Test
  void keepsTopicsAndCompatibilityRuleAcrossRestart() throws Exception {
    try (EmbeddedStack stack = EmbeddedStack.start(directory, StackPorts.FREE)) {
      createTopic(stack, "letters");
      register(stack, "letters-value");
    }

    try (EmbeddedStack again = EmbeddedStack.start(directory, StackPorts.FREE)) {
      assertThat(topics(again)).contains("letters");
      assertThat(get(again, "/subjects")).contains("letters-value");
      assertThat(get(again, "/config")).contains("FULL_TRANSITIVE");
    }
  }

  @Test
  void startsWithoutTopics() throws Exception {
    try (EmbeddedStack stack = EmbeddedStack.start(directory, StackPorts.FREE)) {
      assertThat(topics(stack)).isEmpty();
    }
  }

  @Test
  void reportsPortInUseAndStopsEverything() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StackPorts ports = new StackPorts(taken.getLocalPort(), 0);

      assertThatThrownBy(() -> EmbeddedStack.start(directory, ports))
          .isInstanceOf(StartupException.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()));

      await().atMost(Duration.ofSeconds(120)).until(() -> children() == 0);
    }
  }

  @Test
  void registryStopsWhenParentIsKilled() throws Exception {
    Process parent = RegistryParentMain.launch(directory);
    try {
      ProcessHandle registry =
          ProcessHandle.of(RegistryParentMain.registryPid(parent)).orElseThrow();

      parent.destroyForcibly().waitFor();

      await().atMost(Duration.ofSeconds(60)).until(() -> !registry.isAlive());
    } finally {
      parent.destroyForcibly();
    }
  }

  private static long children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
  }

  private static void createTopic(EmbeddedStack stack, String name) throws Exception {
    try (Admin admin = admin(stack)) {
      NewTopic topic = new NewTopic(name, Optional.empty(), Optional.empty());
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  private static Set<String> topics(EmbeddedStack stack) throws Exception {
    try (Admin admin = admin(stack)) {
      return admin.listTopics().names().get();
    }
  }

  private static Admin admin(EmbeddedStack stack) {
    return Admin.create(Map.of("bootstrap.servers", stack.broker().bootstrapServers()));
  }

  private static void register(EmbeddedStack stack, String subject) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(stack.registry().url() + "/subjects/" + subject + "/versions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"schema\":\"\\\"string\\\"\"}"))
            .build();
    assertThat(send(request).statusCode()).isEqualTo(200);
  }

  private static String get(EmbeddedStack stack, String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(stack.registry().url() + path)).build()).body();
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
