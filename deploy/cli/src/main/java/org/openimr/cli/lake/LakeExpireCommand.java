package org.openimr.cli.lake;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.sink.lake.maintenance.LakeMaintenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code imr lake expire}. */
@Command(
    name = "expire",
    description = "Expire old snapshots and remove files that only they use.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The newest snapshot keeps all rows and revisions. A running query of an older snapshot may"
          + " fail.",
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
      description = "Minimum age of expired snapshots, in s, m, h or d. Default: ${DEFAULT-VALUE}.")
  private String age;

  @Mixin private WarehouseOptions warehouse;
  @Spec private CommandSpec spec;

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
                    "%-16s %,d snapshots, before %,d"
                        .formatted(change.table(), change.after(), change.before())));
    return ExitCode.OK;
  }

  private Duration duration() {
    Matcher matcher = AGE.matcher(age);
    if (!matcher.matches()) {
      throw new ParameterException(
          spec.commandLine(), "--older-than must be a number followed by s, m, h or d.");
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
