package org.openimr.systemtest.docs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openimr.systemtest.docs.HttpApiDocument.HttpAnswer;

/** Sends a request to each documented route of the HTTP API of a running service. */
final class HttpApiCheck {
  private static final String LETTERS = "/v1/letters";
  private static final int TOO_MANY_BYTES = (8 << 20) + 1;
  private static final Duration TIMEOUT = Duration.ofSeconds(90);
  private static final Path LETTER = Path.of("../samples/letters/CM17-9000323.txt");

  private final HttpApiDocument document = HttpApiDocument.published();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> answered = new TreeSet<>();

  private HttpApiCheck(String address) throws IOException {
    this.address = address;
  }

  static HttpApiCheck of(String address) throws IOException, InterruptedException {
    HttpApiCheck check = new HttpApiCheck(address);
    try (check.client) {
      check.checkGetRequests();
      check.checkLetterUploads();
    }
    return check;
  }

  /** Returns the differences between responses and the document. */
  List<String> faults() {
    return faults;
  }

  /** Returns the status codes of all responses. */
  Set<String> answered() {
    return answered;
  }

  private void checkGetRequests() throws IOException, InterruptedException {
    for (var path : document.tree().get("paths").properties()) {
      if (path.getValue().has("get")) {
        compare(path.getValue().get("get"), send(path.getKey(), builder -> builder.GET()));
      } else {
        // 405 does not belong to a documented operation
        answered.add(send(path.getKey(), builder -> builder.GET()).status());
      }
    }
  }

  private void checkLetterUploads() throws IOException, InterruptedException {
    JsonNode post = document.operation("post", LETTERS);
    compare(post, send(LETTERS, builder -> builder.POST(file())));
    compare(post, send(LETTERS, builder -> multipart(builder)));
    compare(post, send(LETTERS, builder -> builder.POST(BodyPublishers.noBody())));
    compare(
        post,
        send(
            LETTERS,
            builder -> builder.POST(bytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}))));
    compare(post, declaringLength(TOO_MANY_BYTES));
    compare(post, send(LETTERS, builder -> keyed(builder, "one text")));
    compare(post, send(LETTERS, builder -> keyed(builder, "another text")));
  }

  private static HttpRequest.Builder keyed(HttpRequest.Builder builder, String text) {
    return builder
        .header("Idempotency-Key", "the same")
        .POST(BodyPublishers.ofString("No letter, but " + text + "."));
  }

  private static HttpRequest.Builder multipart(HttpRequest.Builder builder) {
    String body =
        "--b\r\n"
            + "Content-Disposition: form-data; name=\"a\"; filename=\"a.txt\"\r\n\r\n"
            + "first\r\n"
            + "--b\r\n"
            + "Content-Disposition: form-data; name=\"b\"; filename=\"b.txt\"\r\n\r\n"
            + "second\r\n"
            + "--b--\r\n";
    return builder
        .header("content-type", "multipart/form-data; boundary=b")
        .POST(bytes(body.getBytes(US_ASCII)));
  }

  private static HttpRequest.BodyPublisher bytes(byte[] bytes) {
    return BodyPublishers.ofByteArray(bytes);
  }

  private static HttpRequest.BodyPublisher file() {
    try {
      return BodyPublishers.ofFile(LETTER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface RequestConfigurer {
    HttpRequest.Builder configure(HttpRequest.Builder builder);
  }

  private HttpAnswer send(String path, RequestConfigurer configurer)
      throws IOException, InterruptedException {
    return HttpAnswer.of(
        client.send(
            configurer.configure(HttpRequest.newBuilder(URI.create(address + path))).build(),
            HttpResponse.BodyHandlers.ofString()));
  }

  /**
   * Declares a letter of this size without sending a byte of it; the response must not wait for it.
   */
  private HttpAnswer declaringLength(int bytes) throws IOException {
    URI to = URI.create(address);
    try (Socket socket = new Socket(to.getHost(), to.getPort())) {
      socket.setSoTimeout((int) TIMEOUT.toMillis());
      String head =
          "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n\r\n"
              .formatted(LETTERS, to.getAuthority(), bytes);
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      return HttpAnswer.of(new String(socket.getInputStream().readAllBytes(), US_ASCII));
    }
  }

  private void compare(JsonNode operation, HttpAnswer answer) throws IOException {
    answered.add(answer.status());
    faults.addAll(document.faults(operation, answer));
  }
}
