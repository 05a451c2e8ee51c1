package org.openimr.tools.evaluation.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openimr.tools.evaluation.score.SavedEvaluation.MissLocation;

/**
 * What a run gains and loses against an earlier one.
 *
 * @param earlier the earlier run
 * @param fields those whose figures differ, as they stand in a letter
 * @param gained places that were wrong and are right
 * @param lost places that were right and are wrong
 * @param complete whether these are all: of very many misses a run keeps only some
 */
public record RunComparison(
    SavedEvaluation earlier,
    List<FieldChange> fields,
    List<MissLocation> gained,
    List<MissLocation> lost,
    boolean complete) {

  /** Figures of a field, before and now. */
  public record FieldChange(String field, FieldTally before, FieldTally now) {

    /** Points of share that were won, below 0 if lost; from -1 to 1. */
    public double gain() {
      return now.share() - before.share();
    }
  }

  private record LetterPlace(String rendering, String letter) {}

  public static RunComparison between(SavedEvaluation earlier, SavedEvaluation now) {
    Set<MissLocation> before = new HashSet<>(earlier.misses());
    Set<MissLocation> after = new HashSet<>(now.misses());
    Set<LetterPlace> comparable = read(earlier);
    comparable.retainAll(read(now));
    return new RunComparison(
        earlier,
        changed(earlier, now),
        without(earlier.misses(), after, comparable),
        without(now.misses(), before, comparable),
        earlier.missesLeftOut() == 0 && now.missesLeftOut() == 0);
  }

  private static List<FieldChange> changed(SavedEvaluation earlier, SavedEvaluation now) {
    Set<String> fields = new TreeSet<>(FieldOrder.AS_IN_A_LETTER);
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
      List<MissLocation> misses, Set<MissLocation> others, Set<LetterPlace> comparable) {
    return misses.stream()
        .filter(place -> !others.contains(place))
        .filter(place -> comparable.contains(new LetterPlace(place.rendering(), place.letter())))
        .toList();
  }

  /** Letters with a determination: a dead letter's fields are no places. */
  private static Set<LetterPlace> read(SavedEvaluation run) {
    Set<LetterPlace> letters = new HashSet<>();
    run.renderings()
        .forEach(
            (name, rendering) ->
                rendering.letters().forEach(letter -> letters.add(new LetterPlace(name, letter))));
    run.deadLetters()
        .forEach(dead -> letters.remove(new LetterPlace(dead.rendering(), dead.letter())));
    return letters;
  }
}
