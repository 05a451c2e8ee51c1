package org.openimr.systemtest.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openimr.testkit.NodeProject;

/** A Chromium that looks at the monitor's page, driven by {@code src/test/node-monitor}. */
final class MonitorBrowser implements AutoCloseable {
  private final Process process;
  private final Writer commands;
  private final BufferedReader answers;

  private MonitorBrowser(Process process) {
    this.process = process;
    this.commands = process.outputWriter(UTF_8);
    this.answers = process.inputReader(UTF_8);
  }

  static MonitorBrowser open(String url, Path chromium, Path profile) throws Exception {
    NodeProject node =
        NodeProject.install(Path.of("src/test/node/monitor"), Path.of("target/node-monitor"));
    return new MonitorBrowser(
        node.start("read-page.mjs", url, chromium.toString(), profile.toString()));
  }

  JsonNode ask(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
    String answer = answers.readLine();
    assertThat(answer).as("the browser's answer to " + command.split(" ")[0]).isNotNull();
    return new ObjectMapper().readTree(answer);
  }

  @Override
  public void close() throws IOException {
    commands.close();
    process
        .onExit()
        .completeOnTimeout(process, 10, TimeUnit.SECONDS)
        .thenAccept(MonitorBrowser::end)
        .join();
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
