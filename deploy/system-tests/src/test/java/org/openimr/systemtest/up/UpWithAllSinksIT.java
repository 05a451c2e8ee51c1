package org.openimr.systemtest.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code imr up} with every kind of sink, as a user runs it. */
class UpWithAllSinksIT {
  private static final Path SCRIPT = Path.of("../imr").toAbsolutePath().normalize();
  private static final Path SAMPLES = Path.of("../samples").toAbsolutePath();

  @TempDir Path home;

  @Test
  void allSinksHoldEveryCaseAndItem() throws Exception {
    try (SignedWebhookReceiver receiver = SignedWebhookReceiver.start()) {
      ProcessBuilder command =
          new ProcessBuilder(
                  SCRIPT.toString(),
                  "up",
                  "--letters",
                  SAMPLES.resolve("letters").toString(),
                  "--sinks",
                  "lake,database,webhook=" + receiver.address(),
                  "--until-done",
                  "--reconcile",
                  "--data",
                  "state",
                  "--keep")
              .directory(home.toFile())
              .redirectError(home.resolve("notes").toFile());
      command.environment().put("JAVA_HOME", System.getProperty("java.home"));
      Process up = command.start();
      String printed = new String(up.getInputStream().readAllBytes(), UTF_8);

      assertThat(up.waitFor()).as(printed + Files.readString(home.resolve("notes"))).isZero();
      assertThat(printed)
          .containsPattern("lake: cases +11")
          .containsPattern("lake: items +25")
          .containsPattern("database: cases +11")
          .containsPattern("database: items +25")
          .contains("webhook", "no differences");
      assertThat(casesOf(receiver)).hasSize(labels()).hasSize(11);
      for (SignedWebhookReceiver.ReceivedWebhook webhook : receiver.taken()) {
        assertThat(webhook.isSignedBy(home.resolve("state/webhook/signing-keys")))
            .as(webhook.id())
            .isTrue();
      }
    }
  }

  private static Set<String> casesOf(SignedWebhookReceiver receiver) throws Exception {
    Set<String> cases = new TreeSet<>();
    for (SignedWebhookReceiver.ReceivedWebhook webhook : receiver.taken()) {
      cases.add(new ObjectMapper().readTree(webhook.body()).at("/data/caseKey").asText());
    }
    return cases;
  }

  private static int labels() throws Exception {
    try (Stream<Path> labels = Files.list(SAMPLES.resolve("labels"))) {
      return (int) labels.count();
    }
  }
}
