package org.openimr.standalone.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openimr.standalone.process.FreePorts;
import org.openimr.standalone.process.StartupException;

/**
 * Apicurio Registry in a JVM of its own, on the loopback interface only. It ends when it is closed
 * and when this JVM ends, however that ends.
 */
public final class EmbeddedRegistry implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final long STOP_MILLIS = 2_000;
  private static final long POLL_MILLIS = 50;

  /** BACKWARD_TRANSITIVE and FORWARD_TRANSITIVE both: CONTRACT.md. The server's own is NONE. */
  private static final String COMPATIBILITY = "{\"compatibility\":\"FULL_TRANSITIVE\"}";

  private final Process process;
  private final int port;

  private EmbeddedRegistry(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a registry over the schemas that the folder holds, if any, and returns when it serves.
   *
   * @param folder made if it is not there; its log is in {@code registry.log}
   * @param port to listen on, 0 for a free one
   * @throws StartupException if it can't start
   */
  public static EmbeddedRegistry start(Path folder, int port) {
    int chosen = FreePorts.claim(port, "registry");
    Path log = folder.resolve("registry.log");
    try (HttpClient client = HttpClient.newHttpClient()) {
      Files.createDirectories(folder);
      EmbeddedRegistry registry = new EmbeddedRegistry(launch(folder, log, chosen), chosen);
      registry.becomeReady(client, log);
      return registry;
    } catch (IOException e) {
      throw new StartupException("The embedded registry did not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartupException("The start of the embedded registry was interrupted", e);
    }
  }

  /** Base of Confluent's REST API, for clients' {@code schema.registry.url}. */
  public String url() {
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  /** Process id, for those who watch it. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Process launch(Path folder, Path log, int port) throws IOException {
    return new ProcessBuilder(ApicurioDistribution.find().command(folder, port))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private void becomeReady(HttpClient client, Path log) throws InterruptedException, IOException {
    boolean ready = false;
    try {
      waitUntilServing(client, log);
      HttpRequest keepCompatible =
          request("/config").PUT(BodyPublishers.ofString(COMPATIBILITY)).build();
      int status = client.send(keepCompatible, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new StartupException("The registry refused its compatibility rule, status " + status);
      }
      ready = true;
    } finally {
      if (!ready) {
        close();
      }
    }
  }

  private void waitUntilServing(HttpClient client, Path log) throws InterruptedException {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (!serves(client)) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new StartupException("The embedded registry ended at its start; its log is " + log);
      }
      if (Instant.now().isAfter(limit)) {
        throw new StartupException(
            "The embedded registry did not answer in %d s; its log is %s"
                .formatted(START_LIMIT.toSeconds(), log));
      }
    }
  }

  private boolean serves(HttpClient client) throws InterruptedException {
    try {
      HttpRequest subjects = request("/subjects").timeout(Duration.ofSeconds(10)).build();
      return client.send(subjects, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url() + path))
        .header("Content-Type", "application/json");
  }
}
