package org.openimr.systemtest.outages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.openimr.testkit.ExternalProgram;

/** A file system in memory that can be filled up: what is written to it then fails as on a disk. */
final class SmallDisk implements AutoCloseable {
  private static final int BLOCK = 64 * 1024;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Needs to be root; in CI it is, elsewhere the test is skipped. */
  static SmallDisk mount(Path folder, int megabytes) throws IOException {
    Files.createDirectories(folder);
    int status = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder);
    if (status != 0) {
      ExternalProgram.reportMissing("only root may mount a file system");
    }
    return new SmallDisk(folder);
  }

  Path folder() {
    return folder;
  }

  /** Takes all space that is left, also what others give back meanwhile. */
  void fill() {
    await()
        .untilAsserted(
            () -> {
              byte[] block = new byte[BLOCK];
              for (int size = BLOCK; size > 0; size /= 8) {
                append(block, size);
              }
              assertThat(folder.toFile().getUsableSpace()).isZero();
            });
  }

  void free() throws IOException {
    Files.delete(filler());
  }

  @Override
  public void close() throws IOException {
    run("umount", "--lazy", folder);
  }

  private void append(byte[] block, int size) {
    try (OutputStream out =
        Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(block, 0, size);
      }
    } catch (IOException full) {
      // as wanted
    }
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  private static int run(Object... command) throws IOException {
    Process process =
        new ProcessBuilder(Arrays.stream(command).map(Object::toString).toList())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.onExit().join().exitValue();
  }
}
