package org.openimr.tools.generator.command;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.tools.generator.LetterFolderWriter;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.Era;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.Noise;
import org.openimr.tools.generator.model.Rendering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imr generate}. */
@Command(
    name = "generate",
    description = "Makes letters up, with their labels: for tests, load and measuring.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "The same seed gives the same letters. No person or case in them exists.",
      "",
      "Examples:",
      "  imr generate made-up --count 1000 --labels labels",
      "  imr generate made-up --count 50 --pdf --layout NOTICE --noise page_footers,crlf",
      "  imr evaluate --letters made-up --labels labels"
    })
public final class GenerateCommand implements Callable<Integer> {
  private static final int PER_FOLDER = 100_000;

  private final Console console;

  @Parameters(paramLabel = "DIR", description = "Folder for the letters; made if it is not there.")
  private Path letters;

  @Option(names = "--count", paramLabel = "N", defaultValue = "100", description = "How many: 100.")
  private long count;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Any number: 1.")
  private long seed;

  @Option(names = "--labels", paramLabel = "DIR", description = "Folder for the labels, if wanted.")
  private Optional<Path> labels = Optional.empty();

  @Option(names = "--pdf", description = "As PDF, encrypted as letters are published.")
  private boolean pdf;

  @Option(
      names = "--layout",
      split = ",",
      paramLabel = "NAME",
      description = "Of ${COMPLETION-CANDIDATES}. Without it: all.")
  private List<LetterLayout> layouts = List.of(LetterLayout.values());

  @Option(
      names = "--era",
      split = ",",
      paramLabel = "NAME",
      description = "Of ${COMPLETION-CANDIDATES}. Without it: all.")
  private List<Era> eras = List.of(Era.values());

  @Option(
      names = "--rendering",
      split = ",",
      paramLabel = "NAME",
      description = "Of ${COMPLETION-CANDIDATES}. Without it: all.")
  private List<Rendering> renderings = List.of(Rendering.values());

  @Option(
      names = "--noise",
      split = ",",
      paramLabel = "NAME",
      description = "ALL, or names as PAGE_FOOTERS, CRLF, LIGATURES. Without it: none.")
  private List<String> noises = List.of();

  @Option(
      names = "--resent",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of letters, 0 to 0.9, that are an earlier one in another rendering: 0.")
  private double resent;

  @Option(
      names = "--revised",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of letters, 0 to 0.9, that are the next revision of an earlier one: 0.")
  private double revised;

  public GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    GeneratorSettings settings =
        GeneratorSettings.withSeed(seed)
            .withLayouts(Set.copyOf(layouts))
            .withEras(Set.copyOf(eras))
            .withRenderings(Set.copyOf(renderings))
            .withNoises(noises())
            .withResent(resent, revised);
    LetterFolderWriter.Form form =
        pdf ? LetterFolderWriter.Form.ENCRYPTED_PDF : LetterFolderWriter.Form.TEXT;
    new LetterFolderWriter(letters, labels, form, PER_FOLDER)
        .write(new LetterGenerator(settings), count);
    console.line(count + " letters in " + letters);
    return ExitCode.OK;
  }

  private Set<Noise> noises() {
    Set<Noise> chosen = EnumSet.noneOf(Noise.class);
    for (String name : noises) {
      if (name.equalsIgnoreCase("all")) {
        return EnumSet.allOf(Noise.class);
      }
      chosen.add(Noise.valueOf(name.toUpperCase(Locale.ROOT)));
    }
    return chosen;
  }
}
