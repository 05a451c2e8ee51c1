package org.openimr.standalone.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openimr.standalone.process.StartupException;

/**
 * The main process of a PostgreSQL server, and a shell that stops it when this JVM terminates. The
 * shell waits for the end of its standard input, which the kernel closes even after {@code kill
 * -9}.
 */
final class PostgresServerProcess {
  private static final long STOP_SECONDS = 20;

  /** Exits after a line of input; stops the server if the input ends without one. */
  private static final String WATCHDOG_SCRIPT =
      "trap '' INT TERM HUP; read -r word || kill -INT \"$1\" 2>/dev/null";

  private final Process watchdog;

  private PostgresServerProcess(Process watchdog) {
    this.watchdog = watchdog;
  }

  /** Watches the server that runs on a data directory. */
  static PostgresServerProcess of(Path data) throws IOException {
    long pid = pid(data).orElseThrow(() -> new IOException("no server process for " + data)).pid();
    return new PostgresServerProcess(
        new ProcessBuilder("sh", "-c", WATCHDOG_SCRIPT, "watchdog", Long.toString(pid))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Stops a server of an earlier run on a data directory, if it still runs. */
  static void stopLeftover(Path data) {
    pid(data).ifPresent(PostgresServerProcess::stop);
  }

  /** Stops watching, after the server has stopped. */
  void release() {
    try (var input = watchdog.getOutputStream()) {
      input.write("ended\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      watchdog.destroyForcibly();
    }
  }

  /** The running server of a data directory; its pid is the first line of postmaster.pid. */
  private static Optional<ProcessHandle> pid(Path data) {
    try (var lines = Files.lines(data.resolve("postmaster.pid"))) {
      return lines
          .findFirst()
          .map(line -> Long.parseLong(line.strip()))
          .flatMap(ProcessHandle::of)
          .filter(PostgresServerProcess::isServer);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isServer(ProcessHandle process) {
    return process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
  }

  private static void stop(ProcessHandle server) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
      server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new StartupException(
          "A database of an earlier run (pid %d) does not stop".formatted(server.pid()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
