package org.openimr.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A JVM that starts a registry and then does nothing: one that can be killed. */
final class Parent {
  private Parent() {}

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
            Parent.class.getName(),
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
