package org.openimr.systemtest.docs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.ingest.IngestService;
import org.openimr.ingest.IngestSettings;
import org.openimr.runtime.http.access.ApiKey;
import org.openimr.runtime.http.access.AuthenticatedClient;
import org.openimr.schemas.settings.Settings;
import org.openimr.standalone.process.FreePorts;
import org.openimr.systemtest.docs.HttpApiDocument.HttpAnswer;

/**
 * Compares the error responses of an ingest service with keys and without a broker with the
 * published document. {@link GettingStartedIT} does the same for a service without keys.
 */
class HttpApiRejectionsIT {
  private static final int REST_OF_ANSWER_MILLIS = 60_000;
  private static final String LETTERS = "/v1/letters";
  private static final Path LETTER = Path.of("../samples/letters/CM17-9000323.txt");

  /** One key per request, because the rate limit is one request per second. */
  private static final Map<String, String> KEYS =
      Stream.of("away", "slow", "large", "other", "empty", "often")
          .collect(Collectors.toMap(name -> name, name -> ApiKey.generate()));

  @TempDir static Path folder;
  private static IngestService service;
  private static HttpApiDocument document;
  private static HttpClient client;

  @BeforeAll
  static void start() throws IOException {
    document = HttpApiDocument.published();
    client = HttpClient.newHttpClient();
    String unused = "127.0.0.1:" + FreePorts.choose();
    service =
        IngestService.start(
            Settings.of(
                IngestSettings.ALL,
                Map.of(
                    Settings.BOOTSTRAP.key(),
                    unused,
                    Settings.REGISTRY.key(),
                    "http://" + unused,
                    IngestSettings.STATE_DIRECTORY.key(),
                    folder.resolve("state").toString(),
                    IngestSettings.HTTP_PORT.key(),
                    "0",
                    IngestSettings.HTTP_BODY_TIMEOUT.key(),
                    "1000",
                    IngestSettings.DELIVERY_TIMEOUT.key(),
                    "1000",
                    IngestSettings.HTTP_LISTENER.keys().key(),
                    keyFile().toString(),
                    IngestSettings.HTTP_LISTENER.rate().key(),
                    "1")));
  }

  @AfterAll
  static void stop() {
    client.shutdownNow();
    if (service != null) {
      service.close();
    }
  }

  @Test
  void respondsWith401WithoutKey() throws Exception {
    assertDocumented("401", post("wrong-key", Files.readAllBytes(LETTER)));
  }

  @Test
  void respondsWith503WithoutBroker() throws Exception {
    assertDocumented("503", post(KEYS.get("away"), Files.readAllBytes(LETTER)));
  }

  @Test
  void respondsWith408ToSlowLetter() throws Exception {
    assertDocumented("408", slowly(KEYS.get("slow"), 1000));
  }

  @Test
  void respondsWith413ToOversizedLetter() throws Exception {
    assertDocumented("413", slowly(KEYS.get("large"), 1 << 30));
  }

  @Test
  void respondsWith415ToOtherContent() throws Exception {
    assertDocumented("415", post(KEYS.get("other"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}));
  }

  @Test
  void respondsWith400ToEmptyRequest() throws Exception {
    assertDocumented("400", post(KEYS.get("empty"), new byte[0]));
  }

  @Test
  void respondsWith429AboveRateLimit() throws Exception {
    HttpAnswer answer = post(KEYS.get("often"), new byte[0]);
    for (int i = 0; i < 20 && !answer.status().equals("429"); i++) {
      answer = post(KEYS.get("often"), new byte[0]);
    }

    assertDocumented("429", answer);
  }

  @Test
  void isNotReadyWithoutBroker() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address("/health/ready")).build();
    HttpAnswer answer = HttpAnswer.of(client.send(request, BodyHandlers.ofString()));

    assertThat(answer.status()).isEqualTo("503");
    assertThat(document.faults(document.operation("get", "/health/ready"), answer)).isEmpty();
  }

  private static void assertDocumented(String status, HttpAnswer answer) throws IOException {
    JsonNode post = document.operation("post", LETTERS);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(document.faults(post, answer)).isEmpty();
  }

  private static HttpAnswer post(String key, byte[] letter)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address(LETTERS))
            .header("Authorization", "Bearer " + key)
            .POST(BodyPublishers.ofByteArray(letter))
            .build();
    return HttpAnswer.of(client.send(request, BodyHandlers.ofString()));
  }

  /** Declares the length of a letter and sends single bytes of it until there is a response. */
  private static HttpAnswer slowly(String key, int length) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.httpPort())) {
      socket.setSoTimeout(200);
      String head =
          "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(LETTERS, key, length);
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      InputStream answers = socket.getInputStream();
      for (int sent = 0; sent < 300; sent++) {
        try {
          int first = answers.read();
          socket.setSoTimeout(REST_OF_ANSWER_MILLIS);
          return HttpAnswer.of((char) first + rest(answers));
        } catch (SocketTimeoutException e) {
          socket.getOutputStream().write('a');
        }
      }
      return HttpAnswer.of("");
    }
  }

  /**
   * Reads to the end, or until the connection is reset because of bytes that were sent too late.
   */
  private static String rest(InputStream answers) throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    try {
      answers.transferTo(rest);
    } catch (SocketException e) {
      assertThat(rest.size()).as(e.getMessage()).isPositive();
    }
    return rest.toString(UTF_8);
  }

  private static URI address(String path) {
    return URI.create("http://127.0.0.1:" + service.httpPort() + path);
  }

  private static Path keyFile() throws IOException {
    StringBuilder lines = new StringBuilder();
    KEYS.forEach(
        (name, key) ->
            lines
                .append(
                    new ApiKey(new AuthenticatedClient(name, Set.of()), ApiKey.hash(key)).toLine())
                .append('\n'));
    return Files.writeString(folder.resolve("keys"), lines);
  }
}
