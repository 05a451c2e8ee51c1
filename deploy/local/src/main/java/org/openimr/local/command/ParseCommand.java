package org.openimr.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.openimr.enrich.topology.DeterminationMaker;
import org.openimr.event.Determination;
import org.openimr.ingest.extract.Limits;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.local.console.Console;
import org.openimr.schemas.AvroJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imr parse}. */
@Command(
    name = "parse",
    description = "Prints the determination of each letter as JSON a line; needs no broker.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A file that is no letter gets a line on standard error with the reason's code; the others"
          + " are printed all the same, and the exit code is 1.",
      "",
      "Examples:",
      "  imr parse letter.pdf --pretty",
      "  imr parse inbox/*.txt inbox/*.pdf > determinations.jsonl",
      "  imr parse letter.txt | jq '.decisions[] | {itemNumber, outcome}'"
    })
final class ParseCommand implements Callable<Integer> {
  private static final int PDF_WORKERS = 1;

  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Letters: PDF or text.")
  private List<Path> files;

  @Option(names = "--pretty", description = "Over several lines, indented.")
  private boolean pretty;

  ParseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int exitCode = ExitCode.OK;
    try (TextExtractor extractor = TextExtractor.isolated(Limits.DEFAULT, PDF_WORKERS)) {
      LetterFileReader reader = new LetterFileReader(extractor, DeterminationMaker.standard());
      for (Path file : files) {
        exitCode = Math.max(exitCode, parse(reader, file));
      }
    }
    return exitCode;
  }

  private int parse(LetterFileReader reader, Path file) {
    try {
      return switch (reader.read(
          file.toUri().toString(), file.getFileName().toString(), Files.readAllBytes(file))) {
        case LetterFileReader.Read read -> print(read.determination());
        case LetterFileReader.Refused refused ->
            complain(file, refused.code() + ": " + refused.message());
      };
    } catch (IOException e) {
      return complain(file, "can't be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private int print(Determination determination) {
    console.line(pretty ? AvroJson.pretty(determination) : AvroJson.line(determination));
    return ExitCode.OK;
  }

  private int complain(Path file, String why) {
    console.note("imr: " + file + ": " + why);
    return ExitCode.FAILED;
  }
}
