package org.openimr.enrich.guideline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openimr.parser.citation.model.Guideline;

/**
 * The changes that make the topic equal to the files.
 *
 * @param added entries that are only in the files
 * @param changed entries that differ, as they are in the files
 * @param removed ids of entries that are only in the topic
 */
public record GuidelineChanges(
    List<Guideline> added, List<Guideline> changed, List<String> removed) {

  /** Compares the topic with the files. */
  public static GuidelineChanges between(
      Map<String, Guideline> topic, Collection<Guideline> files) {
    List<Guideline> added = new ArrayList<>();
    List<Guideline> changed = new ArrayList<>();
    Map<String, Guideline> remaining = new LinkedHashMap<>(topic);
    for (Guideline guideline : files) {
      Guideline before = remaining.remove(guideline.id());
      if (before == null) {
        added.add(guideline);
      } else if (!before.equals(guideline)) {
        changed.add(guideline);
      }
    }
    return new GuidelineChanges(added, changed, List.copyOf(remaining.keySet()));
  }

  /** Whether the topic equals the files. */
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }

  /** Returns the number of changes. */
  public int size() {
    return added.size() + changed.size() + removed.size();
  }
}
