package org.openimr.systemtest.up;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Takes webhooks on the loopback interface and keeps them. */
final class SignedWebhookReceiver implements AutoCloseable {
  private static final String ALGORITHM = "HmacSHA256";

  private final HttpServer server;
  private final Queue<ReceivedWebhook> taken = new ConcurrentLinkedQueue<>();

  /** A webhook as it came: what is signed, and the signature. */
  record ReceivedWebhook(String id, String timestamp, byte[] body, String signature) {
    /** Whether it is signed by the key in a file, as Standard Webhooks says. */
    boolean isSignedBy(Path keyFile) throws IOException, GeneralSecurityException {
      String key = Files.readString(keyFile).strip().replaceFirst("^whsec_", "");
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), ALGORITHM));
      ByteArrayOutputStream signed = new ByteArrayOutputStream();
      signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      signed.writeBytes(body);
      String expected = Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
      return List.of(signature.split(" ")).contains("v1," + expected);
    }
  }

  private SignedWebhookReceiver(HttpServer server) {
    this.server = server;
  }

  static SignedWebhookReceiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SignedWebhookReceiver receiver = new SignedWebhookReceiver(server);
    server.createContext("/imr", receiver::take);
    server.start();
    return receiver;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/imr";
  }

  List<ReceivedWebhook> taken() {
    return List.copyOf(taken);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    taken.add(
        new ReceivedWebhook(
            headers.getFirst("webhook-id"),
            headers.getFirst("webhook-timestamp"),
            exchange.getRequestBody().readAllBytes(),
            headers.getFirst("webhook-signature")));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }
}
