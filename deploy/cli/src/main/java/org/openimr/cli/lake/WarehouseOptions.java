package org.openimr.cli.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.lake.catalog.LakeSettings;
import picocli.CommandLine.Option;

/** {@code --warehouse} and {@code --settings}. */
final class WarehouseOptions {
  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description =
          "Folder of the lake: DIR/lake of imr up --data DIR. Without it: sinks.lake.* of"
              + " --settings or the environment.")
  private String warehouse;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Settings of the lake, sinks.lake.*; they may also come from the environment.")
  private Path file;

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
    String place = settings.text(LakeSettings.WAREHOUSE);
    if (place.isBlank()) {
      throw ClusterOptions.failure("Which lake? Name its folder with --warehouse.");
    }
    if (!place.contains("://") && !Files.isDirectory(Path.of(place))) {
      throw ClusterOptions.failure("There is no folder " + place + ".");
    }
    return settings;
  }

  private static Map<String, String> lakeOnly(Map<String, String> layer) {
    Map<String, String> lake = new TreeMap<>(layer);
    lake.keySet().removeIf(key -> !key.startsWith("sinks.lake."));
    return lake;
  }
}
