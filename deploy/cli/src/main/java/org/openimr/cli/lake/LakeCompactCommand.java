package org.openimr.cli.lake;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.sink.lake.maintenance.LakeMaintenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr lake compact}. */
@Command(
    name = "compact",
    description = "Merge small files of the same month. The sink may keep running.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "imr lake expire removes the small files when it expires their snapshots.",
      "",
      "Example:",
      "  imr lake compact --warehouse state/lake"
    })
final class LakeCompactCommand implements Callable<Integer> {
  private static final long MEBIBYTE = 1024 * 1024;

  private final Console console;

  @Option(
      names = "--target",
      paramLabel = "MB",
      defaultValue = "128",
      description = "Target file size in MB. Default: ${DEFAULT-VALUE}.")
  private long target;

  @Mixin private WarehouseOptions warehouse;

  LakeCompactCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    LakeMaintenance maintenance = new LakeMaintenance(warehouse.settings());
    var changes =
        maintenance.compact(
            Math.max(1, target) * MEBIBYTE, (table, done) -> console.progress(table + ": " + done));
    console.status("");
    changes.forEach(
        change ->
            console.line(
                "%-16s %,d files, before %,d"
                    .formatted(change.table(), change.after(), change.before())));
    return ExitCode.OK;
  }
}
