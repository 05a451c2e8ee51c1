package org.openimr.sink.webhook.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final WebhookMessage WEBHOOK =
      new WebhookMessage("msg_p5jXN8AQM9LWM0D4loKWxJek", "{\"test\": 2432232314}".getBytes(UTF_8));

  @Test
  void signsTheExampleOfTheSpecification() {
    String signature = SigningKey.parse(KEY).getFirst().sign(WEBHOOK, 1614265330);

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void generatedKeysAreValid() {
    assertThat(SigningKey.parse(SigningKey.generate())).hasSize(1);
    assertThat(SigningKey.generate()).isNotEqualTo(SigningKey.generate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# none\n", "whsec_", "whsec_c2hvcnQ=", "whsec_%%%", "plain-secret"})
  void rejectsInvalidKeysWithoutPrintingThem(String printed) {
    assertThatThrownBy(() -> SigningKey.parse(printed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContainingAny("c2hvcnQ", "%%%", "plain-secret");
  }

  @Test
  void keysAreNotPrinted() {
    assertThat(SigningKey.parse(KEY)).hasToString("[SigningKey]");
  }

  @Test
  void keysAreRotatedWhileTheFileIsInUse(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("secret"), "# since March\n" + KEY + "\n");
    SigningKeyFile secret = new SigningKeyFile(file);
    List<SigningKey> before = secret.get();

    Files.writeString(file, SigningKey.generate() + "\n" + KEY + "\n");

    assertThat(before).hasSize(1);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(secret.get()).hasSize(2));
    assertThat(secret.get().getLast().sign(WEBHOOK, 1))
        .isEqualTo(before.getFirst().sign(WEBHOOK, 1));
  }

  @Test
  void keepsKeysWhileTheFileContainsNone(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("secret"), KEY);
    SigningKeyFile secret = new SigningKeyFile(file);

    Files.writeString(file, "half a ke");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));

    Awaitility.await()
        .during(Duration.ofMillis(1_200))
        .atMost(Duration.ofSeconds(60))
        .until(() -> secret.get().size() == 1);
  }

  @Test
  void reportsMissingFileByName(@TempDir Path directory) {
    assertThatThrownBy(() -> new SigningKeyFile(directory.resolve("gone")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gone");
  }
}
