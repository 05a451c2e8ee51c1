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
    description = "Parse letters and print each determination as a line of JSON, without a broker.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A file with several letters prints one line per letter. A letter that is rejected is"
          + " reported on standard error with the code of the reason; the other letters are"
          + " printed.",
      "",
      "Examples:",
      "  imr parse letter.pdf --pretty",
      "  imr parse inbox/*.txt inbox/*.pdf > determinations.jsonl",
      "  imr parse letter.txt | jq '.decisions[] | {itemNumber, outcome}'",
      "",
      "Exit code 1: a letter was rejected."
    })
public final class ParseCommand implements Callable<Integer> {
  private static final int PDF_WORKERS = 1;

  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Letters: PDF or text.")
  private List<Path> files;

  @Option(names = "--pretty", description = "Indent the JSON over several lines.")
  private boolean pretty;

  public ParseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    int exitCode = ExitCode.OK;
    try (TextExtractor extractor = TextExtractor.isolated(ExtractionLimits.DEFAULT, PDF_WORKERS)) {
      LetterFileParser parser = new LetterFileParser(extractor, LetterInterpreter.standard());
      for (Path file : files) {
        exitCode = Math.max(exitCode, parse(parser, file));
      }
    }
    return exitCode;
  }

  private int parse(LetterFileParser parser, Path file) {
    try {
      int exitCode = ExitCode.OK;
      for (LetterFileParser.Result letter :
          parser.parse(
              file.toUri().toString(), file.getFileName().toString(), Files.readAllBytes(file))) {
        exitCode = Math.max(exitCode, show(file, letter));
      }
      return exitCode;
    } catch (IOException e) {
      return report(file, "cannot be read (" + e.getClass().getSimpleName() + ")", ExitCode.FAILED);
    }
  }

  private int show(Path file, LetterFileParser.Result letter) {
    return switch (letter) {
      case LetterFileParser.Parsed parsed -> print(parsed.determination());
      case LetterFileParser.Rejected rejected ->
          report(
              file,
              rejected.part().map(part -> "letter " + part + ": ").orElse("")
                  + rejected.code()
                  + ": "
                  + rejected.message(),
              ExitCode.FINDINGS);
    };
  }

  private int print(Determination determination) {
    console.line(
        pretty
            ? AvroJsonFormatter.pretty(determination)
            : AvroJsonFormatter.compact(determination));
    return ExitCode.OK;
  }

  private int report(Path file, String problem, int exitCode) {
    console.note("imr: " + file + ": " + problem);
    return exitCode;
  }
}
