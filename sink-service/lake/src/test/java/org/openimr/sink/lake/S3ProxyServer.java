package org.openimr.sink.lake;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.openimr.standalone.process.ChildJvm;

/**
 * S3Proxy, a server of the protocol of S3 over a folder, in a process of its own.
 *
 * <p>Public for the process to find its main method.
 */
public final class S3ProxyServer implements AutoCloseable {
  static final String KEY = "made-up-key";
  static final String SECRET = "made-up-secret";

  private static final Path JAR = Path.of("target/s3proxy/s3proxy.jar").toAbsolutePath();
  private static final Pattern LISTENS =
      Pattern.compile("ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}");
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final ChildJvm process;
  private final Path folder;
  private final Path log;

  private S3ProxyServer(ChildJvm process, Path folder, Path log) {
    this.process = process;
    this.folder = folder;
    this.log = log;
  }

  /** Starts it on a free port of the loopback interface; buckets are folders of the folder. */
  static S3ProxyServer start(Path folder) throws IOException {
    Path settings = folder.resolve("s3proxy.conf");
    Path buckets = Files.createDirectories(folder.resolve("buckets"));
    Files.write(
        settings,
        List.of(
            "s3proxy.endpoint=http://127.0.0.1:0",
            "s3proxy.authorization=aws-v4",
            "s3proxy.identity=" + KEY,
            "s3proxy.credential=" + SECRET,
            "jclouds.provider=filesystem-nio2",
            "jclouds.identity=none",
            "jclouds.credential=none",
            "jclouds.filesystem.basedir=" + buckets));
    Path log = folder.resolve("s3proxy.log");
    ChildJvm process =
        ChildJvm.start(
            "s3proxy",
            new ChildJvm.JavaProgram(
                S3ProxyServer.class,
                List.of("--properties", settings.toString()),
                List.of("-Xmx256m"),
                Map.of()),
            log);
    return new S3ProxyServer(process, buckets, log);
  }

  /** Makes a bucket. */
  void createBucket(String name) throws IOException {
    Files.createDirectories(folder.resolve(name));
  }

  /** Where it listens, once it does. */
  String address() {
    String port =
        await()
            .atMost(PATIENCE)
            .until(
                () -> LISTENS.matcher(Files.readString(log)).results().toList(),
                found -> !found.isEmpty())
            .stream()
            .map((MatchResult found) -> found.group(1))
            .findFirst()
            .orElseThrow();
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.close();
  }

  /** Runs the server with nothing but its own jar. */
  public static void main(String[] arguments) throws Exception {
    URL[] jar = {JAR.toUri().toURL()};
    ClassLoader own = new URLClassLoader("s3proxy", jar, ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(own);
    own.loadClass("org.gaul.s3proxy.Main")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }
}
