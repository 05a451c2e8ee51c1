package org.openimr.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openimr.evaluate.Evaluation.DeadLetter;
import org.openimr.evaluate.Evaluation.RenderingScores;

/**
 * An evaluation as it is kept: figures and places, no text of a letter but for file names.
 *
 * @param at when, ISO 8601 in UTC
 * @param share of all fields that were read as labelled, from 0 to 1
 */
record SavedRun(
    String at,
    String parserVersion,
    double share,
    Map<String, Figures> fields,
    Map<String, Rendering> renderings,
    List<Place> misses,
    int missesLeftOut,
    List<DeadLetter> deadLetters,
    CategoryCoverage categories,
    int unlabelled,
    List<String> withoutLetter) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** A tally and what follows from it; null where nothing was found or labelled. */
  record Figures(
      int compared,
      int labelled,
      int found,
      int right,
      int agreed,
      Double precision,
      Double recall,
      double share) {
    static Figures of(Tally tally) {
      return new Figures(
          tally.compared(),
          tally.labelled(),
          tally.found(),
          tally.right(),
          tally.agreed(),
          tally.precision().isPresent() ? tally.precision().getAsDouble() : null,
          tally.recall().isPresent() ? tally.recall().getAsDouble() : null,
          tally.share());
    }

    Tally tally() {
      return new Tally(compared, labelled, found, right, agreed);
    }
  }

  /** One rendering. */
  record Rendering(List<String> letters, Map<String, Figures> fields) {}

  /** Where a field is wrong; item 0 is the letter as a whole. */
  record Place(String rendering, String letter, String field, int item) {}

  static SavedRun of(Evaluation run) {
    Map<String, Rendering> renderings = new LinkedHashMap<>();
    run.renderings().forEach((name, scores) -> renderings.put(name, rendering(scores)));
    return new SavedRun(
        run.at().toString(),
        run.parserVersion(),
        run.all().total().share(),
        figures(run.all()),
        renderings,
        run.misses().stream()
            .map(m -> new Place(m.rendering(), m.letter(), m.verdict().field(), m.verdict().item()))
            .toList(),
        run.missesLeftOut(),
        run.deadLetters(),
        run.coverage(),
        run.unlabelled(),
        run.withoutLetter());
  }

  private static Rendering rendering(RenderingScores scores) {
    return new Rendering(scores.letters(), figures(scores.scores()));
  }

  private static Map<String, Figures> figures(FieldScores scores) {
    Map<String, Figures> figures = new LinkedHashMap<>();
    scores.byField().forEach((field, tally) -> figures.put(field, Figures.of(tally)));
    return figures;
  }

  void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), this);
  }

  /**
   * Reads a run back.
   *
   * @throws UnusableInput if the file holds none
   */
  static SavedRun read(Path file) throws IOException, UnusableInput {
    try {
      SavedRun run = JSON.readValue(file.toFile(), SavedRun.class);
      if (run != null && run.fields() != null && run.renderings() != null && run.misses() != null) {
        return run;
      }
    } catch (JsonProcessingException e) {
      // told below
    }
    throw new UnusableInput("not written by evaluate --json: " + file);
  }
}
