package org.openimr.tools.generator.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.tools.generator.LetterFolderWriter;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.Era;
import org.openimr.tools.generator.model.GeneratorSettings;
import org.openimr.tools.generator.model.Noise;
import org.openimr.tools.generator.model.Rendering;
import org.openimr.tools.generator.variant.DocumentFolderWriter;
import org.openimr.tools.generator.variant.DocumentGenerator;
import org.openimr.tools.generator.variant.DocumentVariant;
import org.openimr.tools.generator.variant.VariantSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code imr generate}. */
@Command(
    name = "generate",
    description = "Generate synthetic letters and their labels for tests, load and evaluation.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "The same seed gives the same letters. All persons and cases in them are fictitious.",
      "",
      "With --variant, each file is a document as it arrives: letters with fax lines, covers or"
          + " mail around them, several letters in one document, lost pages. random gives each"
          + " document one to three variants. deploy/tools/evaluation/LABELS.md describes them.",
      "",
      "Examples:",
      "  imr generate letters --count 1000 --labels labels",
      "  imr generate letters --count 50 --pdf --layout NOTICE --noise page_footers,crlf",
      "  imr generate documents --count 1000 --labels labels --variant random",
      "  imr generate documents --labels labels --variant fax_line,several_letters",
      "  imr evaluate --letters letters --labels labels"
    })
public final class GenerateCommand implements Callable<Integer> {
  private static final int FILES_PER_DIRECTORY = 100_000;

  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Directory of the letters; created if missing.")
  private Path letters;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "100",
      description = "Number of letters. Default: 100.")
  private long count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Random seed. Default: 1.")
  private long seed;

  @Option(
      names = "--labels",
      paramLabel = "DIR",
      description = "Directory of the labels. Default: no labels.")
  private Optional<Path> labels = Optional.empty();

  @Option(
      names = "--pdf",
      description =
          "Write PDFs, encrypted like published letters; with --variant, the text as it would be"
              + " printed.")
  private boolean pdf;

  @Option(
      names = "--layout",
      split = ",",
      paramLabel = "NAME",
      description = "One or more of ${COMPLETION-CANDIDATES}. Default: all.")
  private List<LetterLayout> layouts = List.of(LetterLayout.values());

  @Option(
      names = "--era",
      split = ",",
      paramLabel = "NAME",
      description = "One or more of ${COMPLETION-CANDIDATES}. Default: all.")
  private List<Era> eras = List.of(Era.values());

  @Option(
      names = "--rendering",
      split = ",",
      paramLabel = "NAME",
      description = "One or more of ${COMPLETION-CANDIDATES}. Default: all.")
  private List<Rendering> renderings = List.of(Rendering.values());

  @Option(
      names = "--noise",
      split = ",",
      paramLabel = "NAME",
      description = "ALL, or names such as PAGE_FOOTERS, CRLF, LIGATURES. Default: none.")
  private List<String> noises = List.of();

  @Option(
      names = "--resent",
      paramLabel = "SHARE",
      defaultValue = "0",
      description =
          "Share of letters, 0 to 0.9, that resend an earlier one in another rendering. Default:"
              + " 0.")
  private double resent;

  @Option(
      names = "--revised",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Share of letters, 0 to 0.9, that revise an earlier one. Default: 0.")
  private double revised;

  @Option(
      names = "--variant",
      split = ",",
      paramLabel = "NAME",
      completionCandidates = VariantNames.class,
      description =
          "random, or one or more of ${COMPLETION-CANDIDATES} in turn. Default: clean letters.")
  private List<String> variants = List.of();

  public GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (variants.isEmpty()) {
      writeLetters(settings());
    } else {
      writeDocuments(settings());
    }
    return ExitCode.OK;
  }

  private GeneratorSettings settings() {
    return GeneratorSettings.withSeed(seed)
        .withLayouts(Set.copyOf(layouts))
        .withEras(Set.copyOf(eras))
        .withRenderings(Set.copyOf(renderings))
        .withNoises(noises())
        .withResent(resent, revised);
  }

  private void writeLetters(GeneratorSettings settings) {
    LetterFolderWriter.Form form =
        pdf ? LetterFolderWriter.Form.ENCRYPTED_PDF : LetterFolderWriter.Form.TEXT;
    new LetterFolderWriter(letters, labels, form, FILES_PER_DIRECTORY)
        .write(new LetterGenerator(settings), count);
    console.line(count + " letters in " + letters);
  }

  private void writeDocuments(GeneratorSettings settings) {
    new DocumentFolderWriter(letters, labels, pdf)
        .write(new DocumentGenerator(pdf ? printed(settings) : settings, selection()), count);
    console.line(count + " documents in " + letters);
  }

  /** Only this rendering has the lines where a page has them. */
  private static GeneratorSettings printed(GeneratorSettings settings) {
    return settings.withRenderings(Set.of(Rendering.PDFTOTEXT_LAYOUT));
  }

  private VariantSelection selection() {
    try {
      return VariantSelection.parse(variants);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), e.getMessage() + "; known are " + new VariantNames(), e);
    }
  }

  /** The names that {@code --variant} accepts, except {@code random}. */
  static final class VariantNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    VariantNames() {
      super(Stream.of(DocumentVariant.values()).map(Enum::name).toList());
    }
  }

  private Set<Noise> noises() {
    Set<Noise> selected = EnumSet.noneOf(Noise.class);
    for (String name : noises) {
      if (name.equalsIgnoreCase("all")) {
        return EnumSet.allOf(Noise.class);
      }
      selected.add(Noise.valueOf(name.toUpperCase(Locale.ROOT)));
    }
    return selected;
  }
}
