package org.openimr.cli.topics;

import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.options.ClusterOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imr tail}. */
@Command(
    name = "tail",
    description =
        "Print committed events of a topic, one line of JSON each; clinical fields only with"
            + " --reveal.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "For topics of bytes (imr.letters.raw.v1, imr.dead-letters.v1) it prints headers and sizes"
          + " only.",
      "",
      "Examples:",
      "  imr tail imr.item-decisions.v1 --bootstrap-server 127.0.0.1:9092 --registry"
          + " http://127.0.0.1:8081/apis/ccompat/v7",
      "  imr tail imr.determinations.v1 --from-beginning --max 10 | jq .header.outcome"
    })
public final class TailCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "TOPIC", description = "Name of the topic.")
  private String topic;

  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--from-beginning",
      description = "Start with the first record of the topic instead of new ones.")
  private boolean fromBeginning;

  @Option(names = "--max", paramLabel = "N", description = "Stop after N events.")
  private long max = Long.MAX_VALUE;

  @Option(
      names = "--reveal",
      description =
          "Include clinical fields: text of letters, age and sex of patients, file names.")
  private boolean reveal;

  public TailCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (TopicTailer tail = TopicTailer.open(cluster.settings(), topic, fromBeginning, reveal)) {
      long printed = 0;
      while (printed < max && !console.isClosed()) {
        for (String line : tail.poll(max - printed)) {
          console.line(line);
          printed++;
        }
      }
    }
    return ExitCode.OK;
  }
}
