package org.openimr.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.openimr.evaluate.Marking.Marked;

/** Reads the letters of a folder and compares them with their labels. */
public final class Evaluator {
  /** Letters read before any is counted: bounds what is held at a time. */
  private static final int BATCH = 64;

  private final Map<String, JsonNode> labels;
  private final List<LetterFile> labelled;
  private final int unlabelled;

  private Evaluator(Map<String, JsonNode> labels, List<LetterFile> letters) {
    this.labels = labels;
    this.labelled = letters.stream().filter(file -> labels.containsKey(file.name())).toList();
    this.unlabelled = letters.size() - labelled.size();
  }

  /**
   * Finds what there is to compare.
   *
   * @param letters folder with PDFs and texts; each folder in it is a rendering of its own
   * @param labels folder with one JSON file a letter (LABELS.md)
   * @throws UnusableInput if a label can't be read, or no letter has one
   */
  static Evaluator of(Path letters, Path labels) throws IOException, UnusableInput {
    Evaluator evaluator = new Evaluator(Labels.in(labels), LetterFile.in(letters));
    if (evaluator.labelled.isEmpty()) {
      throw new UnusableInput("no letter in " + letters + " has a label in " + labels);
    }
    return evaluator;
  }

  /** Letters that will be read. */
  int size() {
    return labelled.size();
  }

  /**
   * Reads and compares.
   *
   * @param progress told the number of letters done, now and then
   */
  Evaluation run(IntConsumer progress) {
    Marking marking = new Marking();
    try (LetterPipeline pipeline = new LetterPipeline()) {
      for (int from = 0; from < labelled.size(); from += BATCH) {
        int to = Math.min(labelled.size(), from + BATCH);
        labelled.subList(from, to).parallelStream()
            .map(file -> Marked.of(file, pipeline.read(file), labels.get(file.name())))
            .toList()
            .forEach(marking::add);
        progress.accept(to);
      }
    }
    return marking.done(unlabelled, withoutLetter());
  }

  private List<String> withoutLetter() {
    var found = labelled.stream().map(LetterFile::name).collect(Collectors.toSet());
    return labels.keySet().stream().filter(name -> !found.contains(name)).toList();
  }
}
