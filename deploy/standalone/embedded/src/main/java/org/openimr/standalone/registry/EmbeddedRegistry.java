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
 * Apicurio Registry in a separate JVM, on the loopback interface only. It stops when it is closed
 * and whenever this JVM terminates.
 */
public final class EmbeddedRegistry implements AutoCloseable {
  private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
  private static final long STOP_MILLIS = 2_000;
  private static final long POLL_MILLIS = 50;

  /** Backward and forward compatibility with all versions; the default of the server is NONE. */
  private static final String COMPATIBILITY = "{\"compatibility\":\"FULL_TRANSITIVE\"}";

  private final Process process;
  private final int port;

  private EmbeddedRegistry(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts a registry with the schemas in the directory, if any, and waits until it accepts
   * requests.
   *
   * @param directory created if missing; contains the log, {@code registry.log}
   * @param port port to listen on; 0 selects a free port
   * @throws StartupException if the registry cannot start
   */
  public static EmbeddedRegistry start(Path directory, int port) {
    int chosen = FreePorts.claim(port, "registry");
    Path log = directory.resolve("registry.log");
    try (HttpClient client = HttpClient.newHttpClient()) {
      Files.createDirectories(directory);
      EmbeddedRegistry registry = new EmbeddedRegistry(launch(directory, log, chosen), chosen);
      registry.prepare(client, log);
      return registry;
    } catch (IOException e) {
      throw new StartupException("The embedded registry did not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartupException("The start of the embedded registry was interrupted", e);
    }
  }

  /** Base URL of Confluent's REST API, for the clients' {@code schema.registry.url}. */
  public String url() {
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  /** Process id. */
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

  private static Process launch(Path directory, Path log, int port) throws IOException {
    return new ProcessBuilder(ApicurioDistribution.find().command(directory, port))
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private void prepare(HttpClient client, Path log) throws InterruptedException, IOException {
    boolean ready = false;
    try {
      waitUntilServing(client, log);
      HttpRequest setCompatibility =
          request("/config").PUT(BodyPublishers.ofString(COMPATIBILITY)).build();
      int status = client.send(setCompatibility, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new StartupException(
            "The registry rejected the compatibility rule with HTTP status " + status);
      }
      ready = true;
    } finally {
      if (!ready) {
        close();
      }
    }
  }

  private void waitUntilServing(HttpClient client, Path log) throws InterruptedException {
    Instant deadline = Instant.now().plus(START_TIMEOUT);
    while (!serves(client)) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new StartupException(
            "The embedded registry exited during startup. Its log is " + log);
      }
      if (Instant.now().isAfter(deadline)) {
        throw new StartupException(
            "The embedded registry did not answer within %d s. Its log is %s"
                .formatted(START_TIMEOUT.toSeconds(), log));
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
