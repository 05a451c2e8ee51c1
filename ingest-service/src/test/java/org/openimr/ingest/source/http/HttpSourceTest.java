package org.openimr.ingest.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.ingest.extract.pdf.PdfSamples;
import org.openimr.ingest.source.producer.FakeLetterProducer;
import org.openimr.ingest.source.producer.RawLetter;
import org.openimr.runtime.health.HealthReport;
import org.openimr.runtime.health.HealthStatus;
import org.openimr.runtime.http.HttpListener;
import org.openimr.schemas.event.Sha256;

class HttpSourceTest {
  private static final HttpLimits LIMITS =
      new HttpLimits(10_000, 20_000, 2, 20_480, Duration.ofSeconds(3), 2);
  private static final byte[] LETTER = "a letter".getBytes(UTF_8);
  private static final String ID = Sha256.hex(LETTER);

  private final FakeLetterProducer producer = new FakeLetterProducer();
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile boolean ready = true;
  private HttpSource http;

  @BeforeEach
  void open() {
    http =
        HttpSource.open(
            HttpListener.unprotected("127.0.0.1", 0),
            producer,
            LIMITS,
            Duration.ofSeconds(8),
            metrics,
            this::health);
  }

  @AfterEach
  void close() {
    client.shutdownNow();
    http.close();
  }

  @Test
  void acceptsLetterAndReturnsItsId() throws Exception {
    HttpResponse<String> response = post(LETTER);

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(json(response).get("letterId").asText()).isEqualTo(ID);
    assertThat(producer.sent).singleElement().extracting(RawLetter::bytes).isEqualTo(LETTER);
  }

  @Test
  void acceptsPdf() throws Exception {
    assertThat(post(PdfSamples.ofPages(java.util.List.of("page"))).statusCode()).isEqualTo(202);
  }

  @Test
  void keepsNameAndTypeGivenBySender() throws Exception {
    HttpRequest request =
        request("/v1/letters?name=a.txt")
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofByteArray(LETTER))
            .build();

    assertThat(send(request).statusCode()).isEqualTo(202);
    assertThat(producer.sent.getFirst().name()).contains("a.txt");
    assertThat(producer.sent.getFirst().contentType()).contains("text/plain");
  }

  @Test
  void acceptsEachFileOfFormAsLetter() throws Exception {
    HttpResponse<String> response =
        multipart(
            part("letters", "a.txt", "one") + part("letters", "b.txt", "two") + field("note", "x"));

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(json(response).get("letterIds")).hasSize(2);
    assertThat(producer.names()).containsExactly("a.txt", "b.txt");
    assertThat(producer.sent.get(1).bytes()).isEqualTo("two".getBytes(UTF_8));
  }

  @Test
  void sendsNoFileOfFormIfOneIsInvalid() throws Exception {
    HttpResponse<String> response =
        multipart(part("letters", "a.txt", "one") + part("letters", "b.png", "\u0089PNG\0\0\0"));

    assertProblem(response, 415);
    assertThat(producer.sent).isEmpty();
  }

  @Test
  void rejectsMalformedAndEmptyRequests() throws Exception {
    assertProblem(post(new byte[0]), 400);
    assertProblem(multipart(""), 400);
    assertProblem(multipart(field("note", "no file")), 400);
    assertProblem(
        send(
            request("/v1/letters")
                .header("Content-Type", "multipart/form-data; boundary=line")
                .POST(BodyPublishers.ofString("--line\r\nContent-Disp"))
                .build()),
        400);
    assertProblem(
        send(
            request("/v1/letters")
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("--line"))
                .build()),
        400);
    assertThat(producer.sent).isEmpty();
  }

  @Test
  void rejectsUnsupportedType() throws Exception {
    assertProblem(post(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}), 415);
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain; charset=utf-8, UTF-8, 202",
    "text/plain; charset=iso-8859-1, ISO-8859-1, 202",
    "text/plain; charset=windows-1252, windows-1252, 202",
    "text/plain; charset=utf-16le, UTF-16LE, 202",
    "text/plain; charset=utf-16, UTF-16, 202",
    "text/plain; charset=ibm437, IBM437, 415",
    "text/plain; charset=utf-8, windows-1252, 415",
    "text/plain; charset=no-such-charset, UTF-8, 415",
    "text/plain, UTF-8, 202"
  })
  void readsTextOnlyInDeclaredCharset(String type, String charset, int status) throws Exception {
    byte[] letter = "Überprüfung \u00A7 5: Denied.\n".repeat(3).getBytes(Charset.forName(charset));

    HttpResponse<String> response = post(letter, Map.of("Content-Type", type));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(producer.sent).hasSize(status == 202 ? 1 : 0);
  }

  @Test
  void namesDataBinaryToFormPostWithoutLineBreaks() throws Exception {
    Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");

    HttpResponse<String> response = post(LETTER, form);

    assertProblem(response, 415);
    assertThat(response.body()).contains("--data-binary");
    assertThat(post("a\nletter".getBytes(UTF_8), form).statusCode()).isEqualTo(202);
  }

  @Test
  void rejectsLetterAboveLimit() throws Exception {
    assertProblem(post("x".repeat(10_001).getBytes(UTF_8)), 413);
    assertThat(post("x".repeat(10_000).getBytes(UTF_8)).statusCode()).isEqualTo(202);
  }

  @Test
  void rejectsFormAndFileAboveLimit() throws Exception {
    assertProblem(multipart(part("letters", "a.txt", "x".repeat(21_000))), 413);
    assertProblem(multipart(part("letters", "a.txt", "x".repeat(10_001))), 413);
  }

  @Test
  void stopsReadingEndlessBodyAtLimit() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", http.port())) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /v1/letters HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
              .getBytes(UTF_8));
      String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
      for (int i = 0; i < 3; i++) {
        out.write(chunk.getBytes(UTF_8));
      }

      assertThat(firstLine(socket.getInputStream())).contains("413");
    }
  }

  @Test
  void abortsSlowBody() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", http.port())) {
      socket.setSoTimeout(50);
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /v1/letters HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n".getBytes(UTF_8));

      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(100))
          .ignoreExceptions()
          .untilAsserted(
              () -> {
                out.write('x');
                assertThat(firstLine(socket.getInputStream())).contains("408");
              });
    }
  }

  @Test
  void rejectsLetterThatBrokerFails() throws Exception {
    producer.failAll();
    HttpResponse<String> response = post(LETTER);

    assertProblem(response, 503);
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void rejectsLetterThatBrokerDoesNotConfirmInTime() throws Exception {
    producer.answer = letter -> new CompletableFuture<>();

    assertProblem(post(LETTER), 503);
  }

  @Test
  void rejectsTooManyRequests() throws Exception {
    CompletableFuture<Void> broker = new CompletableFuture<>();
    producer.answer = letter -> broker;
    var one = client.sendAsync(posting(LETTER).build(), BodyHandlers.ofString());
    var two = client.sendAsync(posting(LETTER).build(), BodyHandlers.ofString());
    await().until(() -> producer.sent.size() == 2);

    HttpResponse<String> third = post(LETTER);
    broker.complete(null);

    assertProblem(third, 429);
    assertThat(third.headers().firstValue("Retry-After")).contains("1");
    assertThat(one.get().statusCode()).isEqualTo(202);
    assertThat(two.get().statusCode()).isEqualTo(202);
    assertThat(post(LETTER).statusCode()).isEqualTo(202);
  }

  @Test
  void rejectsTooManyBytesInFlight() throws Exception {
    CompletableFuture<Void> broker = new CompletableFuture<>();
    producer.answer = letter -> broker;
    String most = part("letters", "a.txt", "x".repeat(9_000));
    var one =
        client.sendAsync(
            multiparting(most + most.replace("a.txt", "b.txt")), BodyHandlers.ofString());
    await().until(() -> producer.sent.size() == 2);

    assertProblem(post("x".repeat(9_000).getBytes(UTF_8)), 429);
    broker.complete(null);
    assertThat(one.get().statusCode()).isEqualTo(202);
  }

  @Test
  void sendsOnceForSameKeyAndBytes() throws Exception {
    HttpResponse<String> first = post(LETTER, "key");
    HttpResponse<String> second = post(LETTER, "key");

    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(producer.sent).hasSize(1);
  }

  @Test
  void rejectsSameKeyWithOtherBytes() throws Exception {
    post(LETTER, "key");

    assertProblem(post("another".getBytes(UTF_8), "key"), 422);
    assertThat(producer.sent).hasSize(1);
  }

  @Test
  void allowsKeyAgainAfterFailure() throws Exception {
    producer.failAll();
    assertProblem(post(LETTER, "key"), 503);
    producer.confirmAll();

    assertThat(post(LETTER, "key").statusCode()).isEqualTo(202);
  }

  @Test
  void forgetsOldestKeyWhenFull() throws Exception {
    post(LETTER, "one");
    post(LETTER, "two");
    post(LETTER, "three");

    assertThat(post("another".getBytes(UTF_8), "one").statusCode()).isEqualTo(202);
    assertProblem(post("another".getBytes(UTF_8), "three"), 422);
  }

  @Test
  void rejectsTooLongKey() throws Exception {
    assertProblem(post(LETTER, "k".repeat(256)), 400);
  }

  private HealthReport health() {
    HealthStatus status =
        ready ? HealthStatus.UP : HealthStatus.down("partitions are being assigned");
    return new HealthReport(
        new TreeMap<>(Map.of("streams", new HealthReport.ComponentHealth(status, Instant.EPOCH))));
  }

  @Test
  void reportsReadinessOfStreams() throws Exception {
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    ready = false;

    HttpResponse<String> response = get("/health/ready");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(json(response).at("/checks/streams/status").asText()).isEqualTo("DOWN");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void countsLetters() throws Exception {
    post(LETTER);

    assertThat(get("/metrics").body()).contains("imr_letters_ingested_total{source=\"http\"} 1.0");
  }

  @Test
  void returnsProblemForUnknownPathAndMethod() throws Exception {
    assertProblem(get("/v2/letters"), 404);
    assertProblem(get("/v1/letters"), 405);
  }

  private HttpResponse<String> post(byte[] letter) throws Exception {
    return send(posting(letter).build());
  }

  private HttpResponse<String> post(byte[] letter, String key) throws Exception {
    return post(letter, Map.of("Idempotency-Key", key));
  }

  private HttpResponse<String> post(byte[] letter, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request = posting(letter);
    headers.forEach(request::header);
    return send(request.build());
  }

  private HttpResponse<String> multipart(String parts) throws Exception {
    return send(multiparting(parts));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET().build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder posting(byte[] letter) {
    return request("/v1/letters").POST(BodyPublishers.ofByteArray(letter));
  }

  private HttpRequest multiparting(String parts) {
    String body = parts + "--line--\r\n";
    BodyPublisher publisher =
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8)));
    return request("/v1/letters")
        .header("Content-Type", "multipart/form-data; boundary=line")
        .POST(BodyPublishers.fromPublisher(publisher, body.getBytes(UTF_8).length))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + path));
  }

  private static String part(String name, String file, String content) {
    return "--line\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, file, content);
  }

  private static String field(String name, String content) {
    return "--line\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, content);
  }

  private static String firstLine(InputStream in) throws Exception {
    return new String(in.readNBytes(30), UTF_8);
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }

  private static void assertProblem(HttpResponse<String> response, int status) throws Exception {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(json(response).get("status").asInt()).isEqualTo(status);
  }
}
