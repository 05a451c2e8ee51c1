package org.openimr.testkit;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Scripts for Node with the packages that their lock file names, in a folder of the build. Node
 * makes what it is given non-blocking, so it is given files and pipes of its own and never those of
 * Maven.
 */
public final class NodeProject {
  private static final String LOG = "node.log";

  private final Path folder;

  private NodeProject(Path folder) {
    this.folder = folder;
  }

  /**
   * What a script printed.
   *
   * @param text of standard output
   * @param complaints on standard error
   */
  public record Output(int exitCode, String text, String complaints) {}

  /**
   * Copies the scripts and installs their packages, none of whose own scripts is run.
   *
   * @param sources folder with scripts, {@code package.json} and {@code package-lock.json}
   * @param folder to install into; what an earlier run installed is kept
   */
  public static synchronized NodeProject install(Path sources, Path folder)
      throws IOException, InterruptedException {
    ExternalProgram.required("node");
    ExternalProgram.required("npm");
    Path target = Files.createDirectories(folder.toAbsolutePath());
    boolean isNew = copy(sources, target);
    if (isNew || !Files.exists(target.resolve("node_modules/.package-lock.json"))) {
      Path log = target.resolve("npm.log");
      int exitCode =
          new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
              .directory(target.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
      if (exitCode != 0) {
        throw new IOException("npm ci ended with " + exitCode + ": " + Files.readString(log));
      }
    }
    return new NodeProject(target);
  }

  /** Where it is installed. */
  public Path folder() {
    return folder;
  }

  /** Starts a script; its complaints go to {@code node.log} in the folder. */
  public Process start(String script, String... arguments) throws IOException {
    return command(script, arguments).redirectError(folder.resolve(LOG).toFile()).start();
  }

  /** Runs a script to its end. */
  public Output run(String script, String... arguments) throws IOException, InterruptedException {
    Path text = Files.createTempFile(folder, "output", ".txt");
    Path complaints = Files.createTempFile(folder, "complaints", ".txt");
    int exitCode =
        command(script, arguments)
            .redirectOutput(text.toFile())
            .redirectError(complaints.toFile())
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .start()
            .waitFor();
    return new Output(exitCode, Files.readString(text), Files.readString(complaints));
  }

  private ProcessBuilder command(String script, String... arguments) {
    List<String> command = new ArrayList<>(List.of("node", folder.resolve(script).toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile());
  }

  /** Whether the list of packages is another than was installed. */
  private static boolean copy(Path sources, Path target) throws IOException {
    boolean isNew = false;
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(file.getFileName());
        isNew |= file.endsWith("package-lock.json") && differ(file, copy);
        Files.write(copy, Files.readAllBytes(file));
      }
    }
    return isNew;
  }

  private static boolean differ(Path one, Path other) throws IOException {
    return !Files.exists(other) || Files.mismatch(one, other) >= 0;
  }
}
