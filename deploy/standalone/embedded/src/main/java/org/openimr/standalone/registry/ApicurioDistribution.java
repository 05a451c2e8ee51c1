package org.openimr.standalone.registry;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openimr.standalone.process.ParentWatchedMain;
import org.openimr.standalone.process.StartupException;

/** Where the build unpacked Apicurio Registry, and the command that runs it. */
public record ApicurioDistribution(Path folder) {
  /** System property that names the folder where it is not beside this class's jar. */
  static final String FOLDER_PROPERTY = "imr.registry.home";

  /** System property that names a file for a class data archive, which halves the start. */
  static final String ARCHIVE_PROPERTY = "imr.registry.archive";

  private static final String MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

  private static final List<String> JVM_FLAGS =
      List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  static ApicurioDistribution find() {
    String named = System.getProperty(FOLDER_PROPERTY);
    Path folder =
        named != null ? Path.of(named) : ownCodeSource().resolveSibling("apicurio-registry");
    if (!Files.isRegularFile(folder.resolve("quarkus-run.jar"))) {
      throw new StartupException(
          "No registry in %s; build it with ./mvnw -q -DskipTests package -pl deploy/standalone/embedded -am"
              .formatted(folder));
    }
    return new ApicurioDistribution(folder);
  }

  /** The command that serves on a loopback port and keeps its schemas in a file in {@code data}. */
  List<String> command(Path data, int port) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_FLAGS);
    command.addAll(archive());
    command.addAll(settings(data, port));
    command.add("-cp");
    command.add(
        ownCodeSource() + System.getProperty("path.separator") + folder.resolve("quarkus-run.jar"));
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

  public static Path ownCodeSource() {
    try {
      return Path.of(
          ParentWatchedMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new StartupException("The folder of the imr command has no valid name", e);
    }
  }
}
