package org.openimr.cli.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openimr.cli.console.CliException;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.lake.catalog.LakeSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The lake that a command uses: {@code --warehouse} and {@code --settings}. */
final class WarehouseOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description =
          "Folder of the lake, such as DIR/lake of imr up --data DIR. Default: sinks.lake.* of"
              + " --settings or the environment.")
  private @Nullable String warehouse;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Settings file with sinks.lake.*; the environment overrides it.")
  private @Nullable Path file;

  Settings settings() throws IOException {
    Map<String, String> flags = new TreeMap<>();
    if (warehouse != null) {
      flags.put(LakeSettings.WAREHOUSE.key(), warehouse);
    }
    Settings settings =
        Settings.of(
            LakeSettings.ALL,
            lakeOnly(file == null ? Map.of() : Settings.readFile(file)),
            lakeOnly(Settings.readEnvironment(System.getenv())),
            flags);
    String location = settings.text(LakeSettings.WAREHOUSE);
    if (location.isBlank()) {
      throw new ParameterException(
          command.commandLine(), "No lake given: set its folder with --warehouse.");
    }
    if (!location.contains("://") && !Files.isDirectory(Path.of(location))) {
      throw new CliException("Folder not found: " + location);
    }
    return settings;
  }

  private static Map<String, String> lakeOnly(Map<String, String> layer) {
    Map<String, String> lake = new TreeMap<>(layer);
    lake.keySet().removeIf(key -> !key.startsWith("sinks.lake."));
    return lake;
  }
}
