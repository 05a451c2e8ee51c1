package org.openimr.cli.letters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.event.Determination;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.schemas.event.AvroJsonFormatter;
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
public final class ParseCommand implements Callable<Integer> {
  private static final int PDF_WORKERS = 1;

  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Letters: PDF or text.")
  private List<Path> files;

  @Option(names = "--pretty", description = "Over several lines, indented.")
  private boolean pretty;

  public ParseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int exitCode = ExitCode.OK;
    try (TextExtractor extractor = TextExtractor.isolated(ExtractionLimits.DEFAULT, PDF_WORKERS)) {
      LetterFileParser reader = new LetterFileParser(extractor, LetterInterpreter.standard());
      for (Path file : files) {
        exitCode = Math.max(exitCode, parse(reader, file));
      }
    }
    return exitCode;
  }

  private int parse(LetterFileParser reader, Path file) {
    try {
      return switch (reader.parse(
          file.toUri().toString(), file.getFileName().toString(), Files.readAllBytes(file))) {
        case LetterFileParser.Parsed read -> print(read.determination());
        case LetterFileParser.Rejected refused ->
            complain(file, refused.code() + ": " + refused.message());
      };
    } catch (IOException e) {
      return complain(file, "can't be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private int print(Determination determination) {
    console.line(
        pretty
            ? AvroJsonFormatter.pretty(determination)
            : AvroJsonFormatter.compact(determination));
    return ExitCode.OK;
  }

  private int complain(Path file, String why) {
    console.note("imr: " + file + ": " + why);
    return ExitCode.FAILED;
  }
}
