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
 * A Java process with the JDK and the class path of this one. It ends when it is closed and when
 * this JVM ends, however that ends.
 */
public final class ChildJvm implements AutoCloseable {
  private static final long STOP_SECONDS = 15;

  /** Variables of the services' settings: those of this process are not the child's. */
  private static final String SETTINGS = "IMR_";

  private final String name;
  private final Process process;

  private ChildJvm(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /**
   * What is to run.
   *
   * @param main its main class
   * @param arguments of its main method; seen by all who may list processes
   * @param flags of the JVM, such as {@code -Xmx512m}
   * @param environment its settings, and what else is added to the environment of this process
   */
  public record JavaProgram(
      Class<?> main, List<String> arguments, List<String> flags, Map<String, String> environment) {}

  /**
   * Starts a process and returns at once.
   *
   * @param name for messages
   * @param log file that all its output is added to
   * @throws StartupException if no process can be made
   */
  public static ChildJvm start(String name, JavaProgram program, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(program.flags());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ParentWatchedMain.class.getName());
    command.add(program.main().getName());
    command.addAll(program.arguments());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(variable -> variable.startsWith(SETTINGS));
    builder.environment().putAll(program.environment());
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      return new ChildJvm(name, builder.start());
    } catch (IOException e) {
      throw new StartupException(
          "The process %s did not start: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** Name for messages. */
  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for it to end by itself: its exit code, or none if it runs for longer. */
  public OptionalInt exitCode(Duration most) throws InterruptedException {
    return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  /** Ends it as {@code kill -9} does, and returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    await(Long.MAX_VALUE);
  }

  /** Ends it in order; by force if that takes more than 15 seconds. */
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
