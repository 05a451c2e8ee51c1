package org.openimr.systemtest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A shell in the project's root directory. Its programs write to files, because Node makes its
 * output non-blocking, which must not happen to a pipe of Maven.
 */
final class DocsShell {
  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
  private static final String MARK = "### ";
  private static final long ENDS_WITHIN_MINUTES = 15;

  private final Path folder;

  DocsShell(Path folder) {
    this.folder = folder;
  }

  /** Starts a command in the background; its output is written to the file. */
  Process start(String command, Path output) throws IOException {
    return shell(command.replaceFirst("(?=deploy/)", "exec "), output);
  }

  /**
   * Runs commands one after another in one shell, which ends at the first failure.
   *
   * @return the output of each command
   */
  Map<String, String> run(List<String> commands) throws Exception {
    StringBuilder script = new StringBuilder("set -euo pipefail\n");
    for (String command : commands) {
      script.append("printf '\\n%%s\\n' '%s%s'\n".formatted(MARK, command.replace("'", "'\\''")));
      script.append(command).append('\n');
    }
    Path output = Files.createTempFile(folder, "terminal", ".txt");
    Process shell = shell(script.toString(), output);
    try {
      assertThat(shell.waitFor(ENDS_WITHIN_MINUTES, TimeUnit.MINUTES))
          .as("the commands end: " + Files.readString(output))
          .isTrue();
    } finally {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      shell.destroyForcibly();
    }
    String printed = Files.readString(output);
    assertThat(shell.exitValue()).as("all went well: " + printed).isZero();
    return byCommand(printed, commands);
  }

  private static Map<String, String> byCommand(String printed, List<String> commands) {
    Map<String, String> outputs = new LinkedHashMap<>();
    List<String> rest = new ArrayList<>(commands);
    String command = null;
    for (String line : printed.lines().toList()) {
      if (!rest.isEmpty() && line.equals(MARK + rest.getFirst())) {
        command = rest.removeFirst();
        outputs.put(command, "");
      } else if (command != null) {
        outputs.merge(command, line + "\n", String::concat);
      }
    }
    outputs.replaceAll((any, output) -> output.strip());
    return outputs;
  }

  private Process shell(String script, Path output) throws IOException {
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-c", script)
            .directory(PROJECT.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output.toFile());
    String java = System.getProperty("java.home");
    shell.environment().put("JAVA_HOME", java);
    shell.environment().merge("PATH", "", (path, any) -> java + "/bin:" + path);
    return shell.start();
  }
}
