package org.openimr.standalone.registry;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openimr.standalone.process.ParentWatchedMain;
import org.openimr.standalone.process.StartupException;

/** The unpacked distribution of Apicurio Registry and the command line to run it. */
public record ApicurioDistribution(Path directory) {
  /** System property with the directory, if it is not next to this class's JAR. */
  static final String DIRECTORY_PROPERTY = "imr.registry.home";

  /** System property with the file of a class data archive, which halves the startup time. */
  static final String ARCHIVE_PROPERTY = "imr.registry.archive";

  private static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

  private static final List<String> JVM_FLAGS =
      List.of(
          "-Duser.language=en",
          "-Duser.country=US",
          "-Xmx128m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto");

  static ApicurioDistribution find() {
    String configured = System.getProperty(DIRECTORY_PROPERTY);
    Path directory =
        configured != null
            ? Path.of(configured)
            : ownCodeSource().resolveSibling("apicurio-registry");
    if (!Files.isRegularFile(directory.resolve("quarkus-run.jar"))) {
      throw new StartupException(
          "No registry in %s. Build it with ./mvnw -q -DskipTests package -pl deploy/standalone/embedded -am"
              .formatted(directory));
    }
    return new ApicurioDistribution(directory);
  }

  /** The command line of a registry on a loopback port that stores schemas in {@code data}. */
  List<String> command(Path data, int port) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_FLAGS);
    command.addAll(archive());
    command.addAll(settings(data, port));
    command.add("-cp");
    command.add(
        ownCodeSource()
            + System.getProperty("path.separator")
            + directory.resolve("quarkus-run.jar"));
    command.add(ParentWatchedMain.class.getName());
    command.add(MAIN);
    return command;
  }

  private static List<String> archive() {
    String file = System.getProperty(ARCHIVE_PROPERTY);
    return file == null
        ? List.of()
        : List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file);
  }

  private static List<String> settings(Path data, int port) {
    return List.of(
        "-Dquarkus.http.host=127.0.0.1",
        "-Dquarkus.http.port=" + port,
        "-Dquarkus.http.access-log.enabled=false",
        "-Dquarkus.management.host=127.0.0.1",
        "-Dquarkus.management.port=0",
        "-Dquarkus.otel.sdk.disabled=true",
        "-Dapicurio.datasource.jdbc.initial-size=1",
        "-Dapicurio.datasource.jdbc.min-size=1",
        "-Dapicurio.datasource.url=jdbc:h2:file:" + data.resolve("schemas").toAbsolutePath());
  }

  /** The JAR or directory that contains the classes of this module. */
  public static Path ownCodeSource() {
    try {
      return Path.of(
          ParentWatchedMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new StartupException("The path of the imr command is not valid", e);
    }
  }
}
