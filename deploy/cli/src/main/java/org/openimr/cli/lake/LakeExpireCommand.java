package org.openimr.cli.lake;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openimr.cli.console.Console;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.sink.lake.maintenance.LakeMaintenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr lake expire}. */
@Command(
    name = "expire",
    description = "Forgets old snapshots and removes the files that only they had.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Rows of the newest snapshot stay, with all their revisions; a query that began before on an"
          + " older one may fail.",
      "",
      "Example:",
      "  imr lake expire --warehouse state/lake --older-than 7d"
    })
final class LakeExpireCommand implements Callable<Integer> {
  private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhd])");

  private final Console console;

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      defaultValue = "7d",
      description = "Age in s, m, h or d: ${DEFAULT-VALUE}.")
  private String age;

  @Mixin private WarehouseOptions warehouse;

  LakeExpireCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    new LakeMaintenance(warehouse.settings())
        .expire(duration())
        .forEach(
            change ->
                console.line(
                    "%-16s %,d snapshots, were %,d"
                        .formatted(change.table(), change.after(), change.before())));
    return 0;
  }

  private Duration duration() {
    Matcher matcher = AGE.matcher(age);
    if (!matcher.matches()) {
      throw ClusterOptions.failure("--older-than is to be a number with s, m, h or d.");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
