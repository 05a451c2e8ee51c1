package org.openimr.cli.deadletters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.console.TerminalText;
import org.openimr.cli.deadletters.resolution.DeadLetterMetadata;
import org.openimr.cli.deadletters.resolution.DeadLetterResolution;
import org.openimr.cli.deadletters.resolution.ResolutionIndex;
import org.openimr.cli.deadletters.resolution.TopicRecordReader;
import org.openimr.cli.options.ConnectionSettings;
import org.openimr.cli.options.SchemaRegistryOption;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr dlq show}. */
@Command(
    name = "show",
    description = "What is known of dead letters; the letter itself only with --reveal.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Letters are health data: what --reveal prints stays in the terminal's scrollback.",
      "",
      "Examples:",
      "  imr dlq show 3-17",
      "  imr dlq show 3-17 --reveal                   its text",
      "  imr dlq show 3-17 --reveal --out letter.pdf  its bytes, as they came"
    })
final class DlqShowCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private DeadLetterCluster cluster;
  @Mixin private SchemaRegistryOption registry;
  @Mixin private DeadLetterSelection scope;

  @Option(names = "--reveal", description = "Print the letter's text.")
  private boolean reveal;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "With --reveal: write the letter's bytes to a new file, print nothing of it.")
  private Path out;

  DlqShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    scope.requireSelection();
    if (out != null && !reveal) {
      throw new CliException("--out writes a letter: say --reveal as well.");
    }
    long[] shown = {0};
    cluster.query(
        records -> {
          ResolutionIndex settlements = ResolutionIndex.read(records);
          try (TopicRecordReader originals = TopicRecordReader.of(cluster.settings())) {
            DeadLetterCluster.forEach(
                records,
                settlements,
                dead -> {
                  if (scope.matches(dead.head())) {
                    shown[0]++;
                    show(dead, originals);
                  }
                });
          }
          return shown[0];
        });
    if (shown[0] == 0) {
      throw new CliException("There is no such dead letter; imr dlq list --all prints all.");
    }
    return ExitCode.OK;
  }

  /** What became of a dead letter, in a word. */
  static String state(Optional<DeadLetterResolution> settled) {
    return settled
        .map(settlement -> settlement.kind().name().toLowerCase(java.util.Locale.ROOT))
        .orElse("open");
  }

  /** A time without its fractions. */
  static String truncatedToSeconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void show(DeadLetterCluster.ScannedDeadLetter dead, TopicRecordReader originals) {
    DeadLetterMetadata head = dead.head();
    fact("dead letter", head.id() + ", " + state(dead.settled()));
    fact("code", head.code());
    fact("stage", head.stage());
    fact("field", head.field());
    fact("message", head.message());
    fact("failed", head.time().toString());
    fact("failed at", head.failedAt().map(DlqShowCommand::place).orElse(""));
    fact("letter at", head.raw().map(DlqShowCommand::place).orElse(""));
    fact("case", head.caseKey());
    fact("name", head.name());
    fact("replays", Integer.toString(head.replays()));
    fact("bytes", head.sizeBytes().map(String::valueOf).orElse("none"));
    dead.settled().ifPresent(this::showSettled);
    if (reveal) {
      reveal(dead, originals);
    }
    console.line("");
  }

  private void showSettled(DeadLetterResolution settled) {
    fact("settled", settled.at().toString());
    fact("to", settled.to());
    fact("reason", settled.reason());
  }

  private void reveal(DeadLetterCluster.ScannedDeadLetter dead, TopicRecordReader originals) {
    Settings settings =
        new ConnectionSettings(System.getenv()).with(Settings.REGISTRY, registry.url).settings();
    RevealedLetter letter = RevealedLetter.of(dead, originals, settings);
    if (out != null) {
      save(letter);
      return;
    }
    console.line("");
    letter.lines().forEach(console::line);
  }

  private void save(RevealedLetter letter) {
    try {
      Files.write(out, letter.bytes(), java.nio.file.StandardOpenOption.CREATE_NEW);
      fact("written to", out.toString());
    } catch (java.nio.file.FileAlreadyExistsException e) {
      throw new CliException(out + " is there already; name a new file.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fact(String name, String value) {
    if (!value.isEmpty()) {
      console.line("%-12s %s".formatted(name, TerminalText.singleLine(value)));
    }
  }

  private static String place(DeadLetterReason.Position at) {
    return "%s partition %d offset %d".formatted(at.topic(), at.partition(), at.offset());
  }
}
