package org.openimr.enrich.guideline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openimr.parser.citation.model.Guideline;

/**
 * What has to change for the topic to hold what the files hold.
 *
 * @param added entries that the topic does not have
 * @param changed entries that the topic has in another form
 * @param removed ids of entries that only the topic has
 */
public record GuidelineChanges(
    List<Guideline> added, List<Guideline> changed, List<String> removed) {

  /** Compares the topic with the files. */
  public static GuidelineChanges between(
      Map<String, Guideline> topic, Collection<Guideline> files) {
    List<Guideline> added = new ArrayList<>();
    List<Guideline> changed = new ArrayList<>();
    Map<String, Guideline> left = new LinkedHashMap<>(topic);
    for (Guideline guideline : files) {
      Guideline before = left.remove(guideline.id());
      if (before == null) {
        added.add(guideline);
      } else if (!before.equals(guideline)) {
        changed.add(guideline);
      }
    }
    return new GuidelineChanges(added, changed, List.copyOf(left.keySet()));
  }

  /** Whether the topic holds what the files hold. */
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }

  /** Number of changes. */
  public int size() {
    return added.size() + changed.size() + removed.size();
  }
}
