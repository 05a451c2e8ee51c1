package org.openimr.tools.evaluation.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openimr.tools.evaluation.score.SavedEvaluation.MissLocation;

/**
 * Gains and losses of a run compared with an earlier one.
 *
 * @param earlier the earlier run
 * @param fields fields with different scores, in letter order
 * @param gained locations that were wrong and are correct now
 * @param lost locations that were correct and are wrong now
 * @param complete false if one of the runs omitted misses
 */
public record RunComparison(
    SavedEvaluation earlier,
    List<FieldChange> fields,
    List<MissLocation> gained,
    List<MissLocation> lost,
    boolean complete) {

  /** Scores of a field, before and now. */
  public record FieldChange(String field, FieldTally before, FieldTally now) {

    /** Difference of the shares, from -1 to 1. */
    public double gain() {
      return now.share() - before.share();
    }
  }

  private record LetterRendering(String rendering, String letter) {}

  public static RunComparison between(SavedEvaluation earlier, SavedEvaluation now) {
    Set<MissLocation> before = new HashSet<>(earlier.misses());
    Set<MissLocation> after = new HashSet<>(now.misses());
    Set<LetterRendering> comparable = determined(earlier);
    comparable.retainAll(determined(now));
    return new RunComparison(
        earlier,
        changed(earlier, now),
        without(earlier.misses(), after, comparable),
        without(now.misses(), before, comparable),
        earlier.missesLeftOut() == 0 && now.missesLeftOut() == 0);
  }

  private static List<FieldChange> changed(SavedEvaluation earlier, SavedEvaluation now) {
    Set<String> fields = new TreeSet<>(FieldOrder.LETTER_ORDER);
    fields.addAll(earlier.fields().keySet());
    fields.addAll(now.fields().keySet());
    List<FieldChange> changed = new ArrayList<>();
    for (String field : fields) {
      FieldChange change =
          new FieldChange(field, tally(earlier.fields(), field), tally(now.fields(), field));
      if (!change.before().equals(change.now())) {
        changed.add(change);
      }
    }
    return changed;
  }

  private static FieldTally tally(Map<String, SavedEvaluation.SavedScores> fields, String field) {
    return fields.containsKey(field) ? fields.get(field).tally() : FieldTally.NONE;
  }

  private static List<MissLocation> without(
      List<MissLocation> misses, Set<MissLocation> others, Set<LetterRendering> comparable) {
    return misses.stream()
        .filter(location -> !others.contains(location))
        .filter(
            location ->
                comparable.contains(new LetterRendering(location.rendering(), location.letter())))
        .toList();
  }

  /** Letters with a determination; fields of dead letters have no locations. */
  private static Set<LetterRendering> determined(SavedEvaluation run) {
    Set<LetterRendering> letters = new HashSet<>();
    run.renderings()
        .forEach(
            (name, rendering) ->
                rendering
                    .letters()
                    .forEach(letter -> letters.add(new LetterRendering(name, letter))));
    run.deadLetters()
        .forEach(dead -> letters.remove(new LetterRendering(dead.rendering(), dead.letter())));
    return letters;
  }
}
