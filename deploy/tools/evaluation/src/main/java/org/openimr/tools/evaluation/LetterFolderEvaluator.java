package org.openimr.tools.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.openimr.tools.evaluation.input.DocumentLabel;
import org.openimr.tools.evaluation.input.InvalidInputException;
import org.openimr.tools.evaluation.input.LabelFiles;
import org.openimr.tools.evaluation.input.LetterFile;
import org.openimr.tools.evaluation.input.OfflineLetterPipeline;
import org.openimr.tools.evaluation.score.ComparedDocument;
import org.openimr.tools.evaluation.score.EvaluationBuilder;
import org.openimr.tools.evaluation.score.EvaluationResult;

/** Parses the letters of a directory and compares them with their labels. */
public final class LetterFolderEvaluator {
  /** Letters parsed at a time; bounds the memory for results. */
  private static final int BATCH = 64;

  private final Map<String, JsonNode> labels;
  private final List<LetterFile> labelled;
  private final int unlabelled;

  private LetterFolderEvaluator(Map<String, JsonNode> labels, List<LetterFile> letters) {
    this.labels = labels;
    this.labelled = letters.stream().filter(file -> labels.containsKey(file.name())).toList();
    this.unlabelled = letters.size() - labelled.size();
  }

  /**
   * Finds letters and labels.
   *
   * @param letters directory of PDFs and texts; each subdirectory is a separate rendering
   * @param labels directory with one JSON file per letter, see LABELS.md
   * @throws InvalidInputException if a label cannot be read, or no letter has a label
   */
  static LetterFolderEvaluator of(Path letters, Path labels)
      throws IOException, InvalidInputException {
    LetterFolderEvaluator evaluator =
        new LetterFolderEvaluator(LabelFiles.readAll(labels), LetterFile.list(letters));
    if (evaluator.labelled.isEmpty()) {
      throw new InvalidInputException("no letter in " + letters + " has a label in " + labels);
    }
    return evaluator;
  }

  /** Number of letters with a label. */
  int letterCount() {
    return labelled.size();
  }

  /**
   * Parses and compares all letters with a label.
   *
   * @param progress receives the number of processed letters after each batch
   */
  EvaluationResult run(IntConsumer progress) {
    EvaluationBuilder builder = new EvaluationBuilder();
    try (OfflineLetterPipeline pipeline = OfflineLetterPipeline.isolated()) {
      for (int from = 0; from < labelled.size(); from += BATCH) {
        int to = Math.min(labelled.size(), from + BATCH);
        labelled.subList(from, to).parallelStream()
            .map(file -> ComparedDocument.compare(file, pipeline.processAll(file), label(file)))
            .toList()
            .forEach(builder::add);
        progress.accept(to);
      }
    }
    return builder.build(unlabelled, withoutLetter());
  }

  private DocumentLabel label(LetterFile file) {
    return DocumentLabel.of(
        Objects.requireNonNull(labels.get(file.name()), "only labelled letters are processed"));
  }

  private List<String> withoutLetter() {
    Set<String> found = labelled.stream().map(LetterFile::name).collect(Collectors.toSet());
    return labels.keySet().stream().filter(name -> !found.contains(name)).toList();
  }
}
