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
 * The folder of a run, which ends with it. Where the run is interrupted, its processes are ended
 * first, by force: nothing that they hold is wanted, and they would write on into the folder.
 */
public final class RunDirectory implements AutoCloseable {
  /** Processes that were killed may still be at their last file. */
  private static final int TRIES = 20;

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Path path;
  private final Thread hook;

  private RunDirectory(Path folder) {
    this.path = folder;
    this.hook = new Thread(this::interrupted, "delete " + folder);
  }

  /** Makes one where this system keeps what is temporary. */
  public static RunDirectory createTemporary() throws IOException {
    RunDirectory folders = new RunDirectory(Files.createTempDirectory("imr-bench"));
    Runtime.getRuntime().addShutdownHook(folders.hook);
    return folders;
  }

  public Path path() {
    return path;
  }

  /** Bytes of all files; none where there is no folder. */
  public static long sizeInBytes(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException interrupted) {
      awaitEnd();
    }
    delete();
  }

  /** What failed because its processes were ended is no failure that anyone wants to read of. */
  private static void awaitEnd() {
    while (true) {
      LockSupport.park();
    }
  }

  private void interrupted() {
    ProcessHandle.current()
        .descendants()
        .filter(RunDirectory::isJvm)
        .forEach(ProcessHandle::destroyForcibly);
    delete();
  }

  /** Others are the database's, which ends by itself when this process has. */
  private static boolean isJvm(ProcessHandle process) {
    return process.info().command().map(command -> command.endsWith("java")).orElse(false);
  }

  private void delete() {
    for (int i = 0; i < TRIES && Files.exists(path); i++) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    if (Files.exists(path)) {
      System.err.println("not all of " + path + " could be deleted");
    }
  }
}
