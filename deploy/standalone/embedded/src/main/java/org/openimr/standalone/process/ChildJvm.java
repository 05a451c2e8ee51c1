package org.openimr.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A Java process with the JDK and class path of this process. It stops when it is closed and
 * whenever this JVM terminates.
 */
public final class ChildJvm implements AutoCloseable {
  private static final long STOP_SECONDS = 15;

  /** Prefix of environment variables with settings, which the child does not inherit. */
  private static final String SETTINGS_PREFIX = "IMR_";

  private final String name;
  private final Process process;

  private ChildJvm(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /**
   * A program to run.
   *
   * @param main main class
   * @param arguments arguments of the main method; visible to all users who can list processes
   * @param flags JVM flags, such as {@code -Xmx512m}
   * @param environment variables to add to the inherited environment
   */
  public record JavaProgram(
      Class<?> main, List<String> arguments, List<String> flags, Map<String, String> environment) {}

  /**
   * Starts a process without waiting for it.
   *
   * @param name name of the process in messages
   * @param log file to which all output is appended
   * @throws StartupException if the process cannot be created
   */
  public static ChildJvm start(String name, JavaProgram program, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-Duser.language=en", "-Duser.country=US"));
    command.addAll(program.flags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ParentWatchedMain.class.getName());
    command.add(program.main().getName());
    command.addAll(program.arguments());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(variable -> variable.startsWith(SETTINGS_PREFIX));
    builder.environment().putAll(program.environment());
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      return new ChildJvm(name, builder.start());
    } catch (IOException e) {
      throw new StartupException(
          "The process %s did not start: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Name of the process in messages. */
  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the process to exit and returns its exit code; empty after {@code timeout}. */
  public OptionalInt exitCode(Duration timeout) throws InterruptedException {
    return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  /** Kills the process, as {@code kill -9} does, and waits until it has exited. */
  public void kill() {
    process.destroyForcibly();
    await(Long.MAX_VALUE);
  }

  /** Stops the process; kills it if that takes more than 15 seconds. */
  @Override
  public void close() {
    process.destroy();
    if (!await(STOP_SECONDS)) {
      kill();
    }
  }

  private boolean await(long seconds) {
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
