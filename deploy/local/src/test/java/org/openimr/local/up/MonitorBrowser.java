package org.openimr.local.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Chromium that looks at the monitor's page, driven by {@code src/test/node-monitor}. */
final class MonitorBrowser implements AutoCloseable {
  private static final Path SCRIPT = Path.of("src/test/node-monitor");
  private static final Path INSTALLED = Path.of("target/node-monitor").toAbsolutePath();

  private final Process process;
  private final Writer commands;
  private final BufferedReader answers;

  private MonitorBrowser(Process process) {
    this.process = process;
    this.commands = process.outputWriter(UTF_8);
    this.answers = process.inputReader(UTF_8);
  }

  static MonitorBrowser open(String url, Path chromium, Path profile) throws Exception {
    install();
    return new MonitorBrowser(
        new ProcessBuilder(
                "node",
                INSTALLED.resolve("read-page.mjs").toString(),
                url,
                chromium.toString(),
                profile.toString())
            .redirectError(INSTALLED.resolve("browser.log").toFile())
            .start());
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

  private static void install() throws Exception {
    Files.createDirectories(INSTALLED);
    for (String file : List.of("package.json", "package-lock.json", "read-page.mjs")) {
      Files.write(INSTALLED.resolve(file), Files.readAllBytes(SCRIPT.resolve(file)));
    }
    if (!Files.exists(INSTALLED.resolve("node_modules/.package-lock.json"))) {
      Process npm =
          new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
              .directory(INSTALLED.toFile())
              // not ours: Node makes what it is given non-blocking, Maven's own pipe to this JVM
              // too
              .redirectErrorStream(true)
              .redirectOutput(INSTALLED.resolve("npm.log").toFile())
              .start();
      assertThat(npm.waitFor()).as("npm ci").isZero();
    }
  }
}
