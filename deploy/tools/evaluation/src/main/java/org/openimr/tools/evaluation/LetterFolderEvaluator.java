package org.openimr.tools.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.openimr.tools.evaluation.input.InvalidInputException;
import org.openimr.tools.evaluation.input.LabelFiles;
import org.openimr.tools.evaluation.input.LetterFile;
import org.openimr.tools.evaluation.input.OfflineLetterPipeline;
import org.openimr.tools.evaluation.score.EvaluationBuilder;
import org.openimr.tools.evaluation.score.EvaluationBuilder.ComparedLetter;
import org.openimr.tools.evaluation.score.EvaluationResult;

/** Reads the letters of a folder and compares them with their labels. */
public final class LetterFolderEvaluator {
  /** Letters read before any is counted: bounds what is held at a time. */
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
   * Finds what there is to compare.
   *
   * @param letters folder with PDFs and texts; each folder in it is a rendering of its own
   * @param labels folder with one JSON file a letter (LABELS.md)
   * @throws InvalidInputException if a label can't be read, or no letter has one
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

  /** Letters that will be read. */
  int letterCount() {
    return labelled.size();
  }

  /**
   * Reads and compares.
   *
   * @param progress told the number of letters done, now and then
   */
  EvaluationResult run(IntConsumer progress) {
    EvaluationBuilder marking = new EvaluationBuilder();
    try (OfflineLetterPipeline pipeline = new OfflineLetterPipeline()) {
      for (int from = 0; from < labelled.size(); from += BATCH) {
        int to = Math.min(labelled.size(), from + BATCH);
        labelled.subList(from, to).parallelStream()
            .map(file -> ComparedLetter.compare(file, pipeline.read(file), labels.get(file.name())))
            .toList()
            .forEach(marking::add);
        progress.accept(to);
      }
    }
    return marking.build(unlabelled, withoutLetter());
  }

  private List<String> withoutLetter() {
    var found = labelled.stream().map(LetterFile::name).collect(Collectors.toSet());
    return labels.keySet().stream().filter(name -> !found.contains(name)).toList();
  }
}
