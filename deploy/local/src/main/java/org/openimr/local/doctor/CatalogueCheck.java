package org.openimr.local.doctor;

import java.util.List;
import java.util.Map;
import org.openimr.enrich.citation.CatalogueFiles;
import org.openimr.enrich.citation.Guideline;
import org.openimr.enrich.guideline.GuidelineChanges;
import org.openimr.enrich.guideline.GuidelineStore;

/** Whether the catalogue of guidelines is on its topic. */
final class CatalogueCheck implements Check {
  @Override
  public String name() {
    return "catalogue";
  }

  @Override
  public List<Finding> look(Installation installation) {
    Map<String, Guideline> entries = new GuidelineStore(installation.settings()).read();
    if (entries.isEmpty()) {
      return List.of(
          Finding.wrong(
              "the topic of guidelines is empty: services resolve by what they came with",
              "imr guidelines load"));
    }
    GuidelineChanges changes = GuidelineChanges.between(entries, CatalogueFiles.seedGuidelines());
    if (changes.none()) {
      return List.of(Finding.right("%d entries, those of this version".formatted(entries.size())));
    }
    return List.of(
        Finding.note(
            "%d entries; this version's catalogue has %d others, %d otherwise, %d not"
                .formatted(
                    entries.size(),
                    changes.added().size(),
                    changes.changed().size(),
                    changes.removed().size()),
            "imr guidelines diff shows which; fine if the catalogue is your own"));
  }
}
