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
 * Runs S3Proxy, an S3-compatible server that stores buckets in a directory, in a child process.
 *
 * <p>Public because the child process calls the main method.
 */
public final class S3ProxyServer implements AutoCloseable {
  static final String KEY = "synthetic-key";
  static final String SECRET = "synthetic-secret";

  private static final Path JAR = Path.of("target/s3proxy/s3proxy.jar").toAbsolutePath();
  private static final Pattern LISTENING_PORT =
      Pattern.compile("ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}");
  private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

  private final ChildJvm process;
  private final Path directory;
  private final Path log;

  private S3ProxyServer(ChildJvm process, Path directory, Path log) {
    this.process = process;
    this.directory = directory;
    this.log = log;
  }

  /** Starts the server on a free port of the loopback interface; each bucket is a subdirectory. */
  static S3ProxyServer start(Path directory) throws IOException {
    Path settings = directory.resolve("s3proxy.conf");
    Path buckets = Files.createDirectories(directory.resolve("buckets"));
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
    Path log = directory.resolve("s3proxy.log");
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

  /** Creates a bucket. */
  void createBucket(String name) throws IOException {
    Files.createDirectories(directory.resolve(name));
  }

  /** Waits until the server listens and returns its URL. */
  String address() {
    String port =
        await()
            .atMost(START_TIMEOUT)
            .until(
                () -> LISTENING_PORT.matcher(Files.readString(log)).results().toList(),
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

  /** Runs the server with only its own jar on the class path. */
  public static void main(String[] arguments) throws Exception {
    URL[] jar = {JAR.toUri().toURL()};
    ClassLoader isolated = new URLClassLoader("s3proxy", jar, ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(isolated);
    isolated
        .loadClass("org.gaul.s3proxy.Main")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }
}
