package org.openimr.tools.benchmarks.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The directory of a run, deleted at its end. If the run is interrupted, its processes are killed
 * first, so that they do not write to the directory any more.
 */
public final class RunDirectory implements AutoCloseable {
  /** Killed processes may still write their last file. */
  private static final int MAX_DELETE_ATTEMPTS = 20;

  private static final Duration DELETE_RETRY_DELAY = Duration.ofMillis(250);

  private final Path path;
  private final Thread hook;

  private RunDirectory(Path path) {
    this.path = path;
    this.hook = new Thread(this::killAndDelete, "delete " + path);
  }

  /** Creates a temporary directory. */
  public static RunDirectory createTemporary() throws IOException {
    RunDirectory directory = new RunDirectory(Files.createTempDirectory("imr-bench"));
    Runtime.getRuntime().addShutdownHook(directory.hook);
    return directory;
  }

  public Path path() {
    return path;
  }

  /** Total size of the files in a directory; 0 if it does not exist. */
  public static long sizeInBytes(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      blockUntilExit();
    }
    delete();
  }

  /** Blocks, because errors after the kill of the processes are not of interest. */
  private static void blockUntilExit() {
    while (true) {
      LockSupport.park();
    }
  }

  private void killAndDelete() {
    ProcessHandle.current()
        .descendants()
        .filter(RunDirectory::isJvm)
        .forEach(ProcessHandle::destroyForcibly);
    delete();
  }

  /** Other processes belong to the database, which stops with this process. */
  private static boolean isJvm(ProcessHandle process) {
    return process.info().command().map(command -> command.endsWith("java")).orElse(false);
  }

  private void delete() {
    for (int i = 0; i < MAX_DELETE_ATTEMPTS && Files.exists(path); i++) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        LockSupport.parkNanos(DELETE_RETRY_DELAY.toNanos());
      }
    }
    if (Files.exists(path)) {
      System.err.println("could not delete all files in " + path);
    }
  }
}
