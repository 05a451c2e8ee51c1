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
 * PostgreSQL's first process, and a shell beside it that ends it at the end of its standard input,
 * which the kernel closes however this JVM ends, {@code kill -9} included.
 */
final class PostgresServerProcess {
  private static final long STOP_SECONDS = 20;

  /** A line says that all is well; the end without one, that nobody is there to stop the server. */
  private static final String WATCH =
      "trap '' INT TERM HUP; read -r word || kill -INT \"$1\" 2>/dev/null";

  private final Process watch;

  private PostgresServerProcess(Process watch) {
    this.watch = watch;
  }

  /** Watches over the server that runs on a data folder. */
  static PostgresServerProcess of(Path data) throws IOException {
    long pid = pid(data).orElseThrow(() -> new IOException("no process in " + data)).pid();
    return new PostgresServerProcess(
        new ProcessBuilder("sh", "-c", WATCH, "watch", Long.toString(pid))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Ends what an earlier run may have left on a data folder. */
  static void stopLeftover(Path data) {
    pid(data).ifPresent(PostgresServerProcess::end);
  }

  /** The server has ended: nothing is left to watch. */
  void letGo() {
    try (var input = watch.getOutputStream()) {
      input.write("ended\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      watch.destroyForcibly();
    }
  }

  /** The running server of a data folder: its number is the first line of a file that it keeps. */
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

  private static void end(ProcessHandle server) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
      server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (IOException | ExecutionException | TimeoutException e) {
      throw new StartupException(
          "A database of an earlier run, %d, does not end".formatted(server.pid()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
