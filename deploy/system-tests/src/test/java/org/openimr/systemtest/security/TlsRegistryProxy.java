package org.openimr.systemtest.security;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.openimr.standalone.registry.EmbeddedRegistry;

/** A proxy that adds TLS and a password to the registry. */
final class TlsRegistryProxy implements AutoCloseable {
  static final String USER = "imr-services";
  static final String PASSWORD = "synthetic-registry-password";

  private final EmbeddedRegistry registry;
  private final HttpsServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private TlsRegistryProxy(EmbeddedRegistry registry, HttpsServer server) {
    this.registry = registry;
    this.server = server;
  }

  static TlsRegistryProxy open(EmbeddedRegistry registry, Path keys)
      throws IOException, GeneralSecurityException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    TlsRegistryProxy guarded = new TlsRegistryProxy(registry, server);
    server
        .createContext("/", guarded::pass)
        .setAuthenticator(
            new BasicAuthenticator("registry") {
              @Override
              public boolean checkCredentials(String user, String password) {
                return user.equals(USER) && password.equals(PASSWORD);
              }
            });
    server.setExecutor(guarded.threads);
    server.start();
    return guarded;
  }

  /** Address of Confluent's REST API. */
  String url() {
    return "https://127.0.0.1:" + server.getAddress().getPort() + path();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
    registry.close();
  }

  private String path() {
    return URI.create(registry.url()).getPath();
  }

  private void pass(HttpExchange exchange) throws IOException {
    URI target = URI.create(registry.url()).resolve(exchange.getRequestURI().toString());
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(
          response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
      exchange.getResponseBody().write(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
    char[] password = TestCertificates.PASSWORD.toCharArray();
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(KeyStore.getInstance(keys.toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
