package org.openimr.standalone.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.openimr.standalone.registry.EmbeddedRegistry;

/** Main class of a JVM that starts a registry and waits to be killed. */
public final class RegistryParentMain {
  private RegistryParentMain() {}

  public static void main(String[] args) throws InterruptedException {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(Path.of(args[0]), 0)) {
      System.out.println(registry.pid());
      new CountDownLatch(1).await();
    }
  }

  static Process launch(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            RegistryParentMain.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  static long registryPid(Process parent) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
    return Long.parseLong(reader.readLine());
  }
}
