package org.openimr.local.deadletters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.local.command.Connection;
import org.openimr.local.command.ExitCode;
import org.openimr.local.command.Failure;
import org.openimr.local.command.RegistryOption;
import org.openimr.local.console.Console;
import org.openimr.local.console.Printable;
import org.openimr.schemas.DeadLetter;
import org.openimr.schemas.Settings;
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

  @Mixin private Cluster cluster;
  @Mixin private RegistryOption registry;
  @Mixin private Scope scope;

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
    scope.check();
    if (out != null && !reveal) {
      throw new Failure("--out writes a letter: say --reveal as well.");
    }
    long[] shown = {0};
    cluster.ask(
        records -> {
          Settlements settlements = Settlements.read(records);
          try (TopicRecords originals = TopicRecords.of(cluster.settings())) {
            Cluster.each(
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
      throw new Failure("There is no such dead letter; imr dlq list --all prints all.");
    }
    return ExitCode.OK;
  }

  /** What became of a dead letter, in a word. */
  static String state(Optional<Settlement> settled) {
    return settled
        .map(settlement -> settlement.kind().name().toLowerCase(java.util.Locale.ROOT))
        .orElse("open");
  }

  /** A time without its fractions. */
  static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void show(Cluster.DeadLetterRecord dead, TopicRecords originals) {
    DeadLetterHead head = dead.head();
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

  private void showSettled(Settlement settled) {
    fact("settled", settled.at().toString());
    fact("to", settled.to());
    fact("reason", settled.reason());
  }

  private void reveal(Cluster.DeadLetterRecord dead, TopicRecords originals) {
    Settings settings =
        new Connection(System.getenv()).with(Settings.REGISTRY, registry.url).settings();
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
      throw new Failure(out + " is there already; name a new file.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fact(String name, String value) {
    if (!value.isEmpty()) {
      console.line("%-12s %s".formatted(name, Printable.of(value)));
    }
  }

  private static String place(DeadLetter.Position at) {
    return "%s partition %d offset %d".formatted(at.topic(), at.partition(), at.offset());
  }
}
