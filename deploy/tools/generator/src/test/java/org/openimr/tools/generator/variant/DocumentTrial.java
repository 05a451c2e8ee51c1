package org.openimr.tools.generator.variant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.tools.generator.model.GeneratorSettings;

/** Parses any number of generated documents in one thread, without files, and counts outcomes. */
final class DocumentTrial {
  private static final int MAX_LISTED = 200;
  private static final int PROGRESS_INTERVAL = 50_000;

  private final DocumentGenerator generator;
  private final Map<String, Map<ReadingOutcome, Integer>> byVariant = new TreeMap<>();
  private final Map<ReadingOutcome, Integer> all = new EnumMap<>(ReadingOutcome.class);
  private final List<String> silent = new ArrayList<>();
  private int wrongThoughCertain;

  DocumentTrial(long seed, List<String> variants) {
    generator =
        new DocumentGenerator(GeneratorSettings.withSeed(seed), VariantSelection.parse(variants));
  }

  /**
   * Runs a trial and prints its table: {@code COUNT SEED [VARIANT...]}. Exits with 1 if a document
   * is silent.
   */
  public static void main(String[] arguments) {
    int count = Integer.parseInt(arguments[0]);
    List<String> names =
        arguments.length > 2
            ? Arrays.asList(arguments).subList(2, arguments.length)
            : List.of(VariantSelection.RANDOM);
    DocumentTrial trial = new DocumentTrial(Long.parseLong(arguments[1]), names);
    for (int index = 0; index < count; index++) {
      trial.judge(index);
      if ((index + 1) % PROGRESS_INTERVAL == 0) {
        System.out.printf("%d documents: %s%n", index + 1, trial.all);
      }
    }
    System.out.print(trial.table());
    trial.silent().stream().limit(MAX_LISTED).forEach(System.out::println);
    System.exit(trial.silent().isEmpty() ? 0 : 1);
  }

  /** Generates, parses and judges a document. */
  void judge(long index) {
    GeneratedDocument document = generator.generate(index);
    DocumentJudgement judgement = DocumentJudgement.of(document);
    ReadingOutcome outcome = judgement.outcome();
    all.merge(outcome, 1, Integer::sum);
    for (DocumentVariant variant : document.variants()) {
      byVariant
          .computeIfAbsent(variant.name(), absent -> new EnumMap<>(ReadingOutcome.class))
          .merge(outcome, 1, Integer::sum);
    }
    if (document.mustBeRight() && outcome != ReadingOutcome.RIGHT) {
      wrongThoughCertain++;
    }
    if (outcome == ReadingOutcome.SILENT) {
      silent.add(
          "silent: index %d, %s, %s: %s"
              .formatted(
                  index,
                  document.variants(),
                  document.letters().getFirst().rendering(),
                  judgement.fields()));
    }
  }

  /** Descriptions of the silent documents, without their text. */
  List<String> silent() {
    return silent;
  }

  String table() {
    StringBuilder table = new StringBuilder();
    row(table, "variant", "right", "loud", "refused", "silent");
    byVariant.forEach((variant, counts) -> row(table, variant, counts));
    row(table, "all", all);
    return table
        .append("not right though the letters are whole: ")
        .append(wrongThoughCertain)
        .append('\n')
        .toString();
  }

  private static void row(StringBuilder table, String name, Map<ReadingOutcome, Integer> counts) {
    Object[] cells = new Object[ReadingOutcome.values().length];
    for (ReadingOutcome outcome : ReadingOutcome.values()) {
      cells[outcome.ordinal()] = counts.getOrDefault(outcome, 0);
    }
    row(table, name, cells);
  }

  private static void row(StringBuilder table, String name, Object... cells) {
    table.append(String.format(Locale.ROOT, "%-24s", name));
    for (Object cell : cells) {
      table.append(String.format(Locale.ROOT, "%9s", cell));
    }
    table.append('\n');
  }
}
