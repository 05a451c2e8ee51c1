package org.openimr.cli.letters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.console.ProgressLine;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.ingest.source.producer.KafkaLetterProducer;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.ingest.source.producer.RawLetter;
import org.openimr.schemas.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code imr send}. */
@Command(
    name = "send",
    description = "Send letters to a broker: files, and all files of folders.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A letter counts as sent when all in-sync replicas have it. A file that is not a letter"
          + " becomes a dead letter: imr dlq list.",
      "",
      "Examples:",
      "  imr send letter.pdf --bootstrap-server 127.0.0.1:9092",
      "  imr send inbox archive/2016 --bootstrap-server kafka-1:9092"
    })
public final class SendCommand implements Callable<Integer> {
  private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(20);

  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "DIR|FILE", description = "Letters: PDF or text.")
  private List<Path> paths;

  @Mixin private ClusterOptions cluster;

  public SendCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = cluster.settings();
    List<Path> files = files();
    long sent = 0;
    try (LetterProducer producer = KafkaLetterProducer.create(settings.kafka(), DELIVERY_TIMEOUT);
        ProgressLine progress = new ProgressLine(console, "letters")) {
      for (Path file : files) {
        send(producer, file, settings);
        progress.update(++sent, files.size());
      }
    }
    console.line(sent + (sent == 1 ? " letter" : " letters") + " sent");
    return ExitCode.OK;
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      try (Stream<Path> walked = Files.walk(path)) {
        walked.filter(SendCommand::isLetter).sorted().forEach(files::add);
      }
    }
    return files;
  }

  private static boolean isLetter(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
  }

  private static void send(LetterProducer producer, Path file, Settings settings)
      throws IOException {
    RawLetter letter =
        new RawLetter(
            Files.readAllBytes(file),
            Optional.empty(),
            Optional.of(file.toUri().toString()),
            Optional.of(file.getFileName().toString()));
    try {
      producer.send(letter).join();
    } catch (CompletionException e) {
      throw new CliException(
          "The broker at %2$s did not accept %1$s (%3$s). Send this file and those after it again."
              .formatted(
                  file,
                  settings.text(Settings.BOOTSTRAP),
                  Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName()),
          e);
    }
  }
}
