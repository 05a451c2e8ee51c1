package org.openimr.cli.topics;

import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.options.BootstrapServerOption;
import org.openimr.cli.options.ConnectionSettings;
import org.openimr.cli.options.SchemaRegistryOption;
import org.openimr.schemas.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imr tail}. */
@Command(
    name = "tail",
    description = "Prints the events of a topic as they are committed, as JSON a line.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Of topics that hold bytes (imr.letters.raw.v1, imr.dead-letters.v1) it prints headers and"
          + " sizes, no bytes.",
      "",
      "Examples:",
      "  imr tail imr.item-decisions.v1 --bootstrap 127.0.0.1:9092 --registry"
          + " http://127.0.0.1:8081/apis/ccompat/v7",
      "  imr tail imr.determinations.v1 --from-beginning --max 10 | jq .header.outcome"
    })
public final class TailCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "TOPIC", description = "Name of the topic.")
  private String topic;

  @Mixin private BootstrapServerOption broker;
  @Mixin private SchemaRegistryOption registry;

  @Option(names = "--from-beginning", description = "All that the topic holds, then what comes.")
  private boolean fromBeginning;

  @Option(names = "--max", paramLabel = "N", description = "Ends after so many events.")
  private long max = Long.MAX_VALUE;

  public TailCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings =
        new ConnectionSettings(System.getenv())
            .with(Settings.BOOTSTRAP, broker.bootstrap)
            .with(Settings.REGISTRY, registry.url)
            .settings();
    try (TopicTailer tail = TopicTailer.open(settings, topic, fromBeginning)) {
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
