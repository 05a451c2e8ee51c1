package org.openimr.cli.letters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.console.LetterProgressBar;
import org.openimr.cli.options.BootstrapServerOption;
import org.openimr.cli.options.ConnectionSettings;
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
    description = "Sends letters to a broker: each file, and each file of each folder.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A letter counts as sent when the broker has it on all its in-sync replicas. What is no"
          + " letter comes out as a dead letter: imr tail imr.dead-letters.v1.",
      "",
      "Examples:",
      "  imr send letter.pdf --bootstrap 127.0.0.1:9092",
      "  imr send inbox archive/2016 --bootstrap kafka-1:9092"
    })
public final class SendCommand implements Callable<Integer> {
  private static final Duration DELIVERY = Duration.ofSeconds(20);

  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "DIR|FILE", description = "Letters: PDF or text.")
  private List<Path> places;

  @Mixin private BootstrapServerOption broker;

  public SendCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings =
        new ConnectionSettings(System.getenv())
            .with(Settings.BOOTSTRAP, broker.bootstrap)
            .settings();
    List<Path> files = files();
    long sent = 0;
    try (LetterProducer producer = KafkaLetterProducer.create(settings.kafka(), DELIVERY);
        LetterProgressBar progress = new LetterProgressBar(console)) {
      for (Path file : files) {
        send(producer, file, settings);
        progress.update(++sent, files.size());
      }
    }
    console.line(sent + (sent == 1 ? " letter" : " letters") + " sent");
    return ExitCode.OK;
  }

  private List<Path> files() throws IOException {
    Stream<Path> all = Stream.empty();
    for (Path place : places) {
      all = Stream.concat(all, Files.walk(place).filter(SendCommand::isLetter).sorted());
    }
    try (Stream<Path> walked = all) {
      return walked.toList();
    }
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
          "%s was not taken by the broker at %s (%s); it and what comes after it are to be sent again."
              .formatted(
                  file, settings.text(Settings.BOOTSTRAP), e.getCause().getClass().getSimpleName()),
          e);
    }
  }
}
