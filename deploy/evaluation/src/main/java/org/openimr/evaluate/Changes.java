package org.openimr.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openimr.evaluate.SavedRun.Place;

/**
 * What a run gains and loses against an earlier one.
 *
 * @param earlier the earlier run
 * @param fields those whose figures differ, as they stand in a letter
 * @param gained places that were wrong and are right
 * @param lost places that were right and are wrong
 * @param complete whether these are all: of very many misses a run keeps only some
 */
record Changes(
    SavedRun earlier, List<Change> fields, List<Place> gained, List<Place> lost, boolean complete) {

  /** Figures of a field, before and now. */
  record Change(String field, Tally before, Tally now) {

    /** Points of share that were won, below 0 if lost; from -1 to 1. */
    double gain() {
      return now.share() - before.share();
    }
  }

  private record LetterPlace(String rendering, String letter) {}

  static Changes between(SavedRun earlier, SavedRun now) {
    Set<Place> before = new HashSet<>(earlier.misses());
    Set<Place> after = new HashSet<>(now.misses());
    Set<LetterPlace> comparable = read(earlier);
    comparable.retainAll(read(now));
    return new Changes(
        earlier,
        changed(earlier, now),
        without(earlier.misses(), after, comparable),
        without(now.misses(), before, comparable),
        earlier.missesLeftOut() == 0 && now.missesLeftOut() == 0);
  }

  private static List<Change> changed(SavedRun earlier, SavedRun now) {
    Set<String> fields = new TreeSet<>(FieldOrder.AS_IN_A_LETTER);
    fields.addAll(earlier.fields().keySet());
    fields.addAll(now.fields().keySet());
    List<Change> changed = new ArrayList<>();
    for (String field : fields) {
      Change change = new Change(field, tally(earlier.fields(), field), tally(now.fields(), field));
      if (!change.before().equals(change.now())) {
        changed.add(change);
      }
    }
    return changed;
  }

  private static Tally tally(Map<String, SavedRun.Figures> fields, String field) {
    return fields.containsKey(field) ? fields.get(field).tally() : Tally.NONE;
  }

  private static List<Place> without(
      List<Place> misses, Set<Place> others, Set<LetterPlace> comparable) {
    return misses.stream()
        .filter(place -> !others.contains(place))
        .filter(place -> comparable.contains(new LetterPlace(place.rendering(), place.letter())))
        .toList();
  }

  /** Letters with a determination: a dead letter's fields are no places. */
  private static Set<LetterPlace> read(SavedRun run) {
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
