package org.openimr.systemtest.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code imr} as a process of its own, with all that it needs to know in its environment. */
record ImrCliProcess(int exitCode, String output, String commandLine) {
  private static final String TEST_CLASSES = "surefire.test.class.path";

  static ImrCliProcess run(Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty(TEST_CLASSES, System.getProperty("java.class.path")));
    command.add("org.openimr.cli.Imr");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    settings.forEach((key, value) -> builder.environment().put(variable(key), value));
    Process process = builder.start();
    String seen = process.info().commandLine().orElse("");
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("imr " + String.join(" ", arguments) + " does not end: " + printed);
    }
    return new ImrCliProcess(process.exitValue(), printed, seen);
  }

  private static String variable(String key) {
    return "IMR_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
