package org.openimr.cli.deadletters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.console.TerminalText;
import org.openimr.cli.deadletters.resolution.DeadLetterMetadata;
import org.openimr.cli.deadletters.resolution.DeadLetterResolution;
import org.openimr.cli.deadletters.resolution.ResolutionIndex;
import org.openimr.cli.deadletters.resolution.TopicRecordReader;
import org.openimr.schemas.event.DeadLetterReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code imr dlq show}. */
@Command(
    name = "show",
    description =
        "Show the metadata of dead letters; the file name and the letter only with --reveal.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Letters are health data: output of --reveal stays in the terminal's scrollback.",
      "",
      "Examples:",
      "  imr dlq show 3-17",
      "  imr dlq show 3-17 --reveal                   the text",
      "  imr dlq show 3-17 --reveal --out letter.pdf  the original bytes"
    })
final class DlqShowCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private DeadLetterCluster cluster;
  @Mixin private DeadLetterSelection selection;

  @Spec private CommandSpec spec;

  @Option(names = "--reveal", description = "Print the letter's text.")
  private boolean reveal;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "With --reveal: write the letter's bytes to a new file instead of printing its text.")
  private @Nullable Path out;

  DlqShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    selection.requireSelection();
    if (out != null && !reveal) {
      throw new ParameterException(spec.commandLine(), "--out writes a letter: add --reveal.");
    }
    long[] shown = {0};
    cluster.query(
        records -> {
          ResolutionIndex resolutions = ResolutionIndex.read(records);
          try (TopicRecordReader originals = TopicRecordReader.of(cluster.settings())) {
            DeadLetterCluster.forEach(
                records,
                resolutions,
                dead -> {
                  if (selection.matches(dead.metadata())) {
                    shown[0]++;
                    show(dead, originals);
                  }
                });
          }
          return shown[0];
        });
    if (shown[0] == 0) {
      throw new CliException("No such dead letter; imr dlq list --all lists all.");
    }
    return ExitCode.OK;
  }

  /** {@code open}, {@code replayed} or {@code discarded}. */
  static String state(Optional<DeadLetterResolution> resolution) {
    return resolution.map(value -> value.kind().name().toLowerCase(Locale.ROOT)).orElse("open");
  }

  /** The time in ISO 8601, truncated to seconds. */
  static String truncatedToSeconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void show(DeadLetterCluster.ScannedDeadLetter dead, TopicRecordReader originals) {
    DeadLetterMetadata metadata = dead.metadata();
    printField("dead letter", metadata.id() + ", " + state(dead.resolution()));
    printField("code", metadata.code());
    printField("stage", metadata.stage());
    printField("field", metadata.field());
    printField("message", metadata.message());
    printField("failed", metadata.time().toString());
    printField("failed at", metadata.failedAt().map(DlqShowCommand::position).orElse(""));
    printField("letter at", metadata.raw().map(DlqShowCommand::position).orElse(""));
    printField("case", metadata.caseKey());
    printField(
        "part", metadata.part().map(part -> "letter " + part + " of its document").orElse(""));
    printField("document", metadata.documentId());
    printField("name", reveal ? metadata.name() : "");
    printField("replays", Integer.toString(metadata.replays()));
    printField("bytes", metadata.sizeBytes().map(String::valueOf).orElse("none"));
    dead.resolution().ifPresent(this::showResolution);
    if (reveal) {
      reveal(dead, originals);
    }
    console.line("");
  }

  private void showResolution(DeadLetterResolution resolution) {
    printField("resolved", resolution.at().toString());
    printField("to", resolution.to());
    printField("reason", resolution.reason());
  }

  private void reveal(DeadLetterCluster.ScannedDeadLetter dead, TopicRecordReader originals) {
    RevealedLetter letter = RevealedLetter.of(dead, originals, cluster.settings());
    if (out != null) {
      save(letter, out);
      return;
    }
    console.line("");
    letter.lines().forEach(console::line);
  }

  private void save(RevealedLetter letter, Path file) {
    try {
      Files.write(file, letter.bytes(), StandardOpenOption.CREATE_NEW);
      printField("written to", file.toString());
    } catch (FileAlreadyExistsException e) {
      throw new CliException(file + " already exists; name a new file.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void printField(String name, String value) {
    if (!value.isEmpty()) {
      console.line("%-12s %s".formatted(name, TerminalText.singleLine(value)));
    }
  }

  private static String position(DeadLetterReason.Position at) {
    return "%s partition %d offset %d".formatted(at.topic(), at.partition(), at.offset());
  }
}
