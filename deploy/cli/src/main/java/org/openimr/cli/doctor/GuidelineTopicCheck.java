package org.openimr.cli.doctor;

import java.util.List;
import java.util.Map;
import org.openimr.enrich.guideline.GuidelineChanges;
import org.openimr.enrich.guideline.GuidelineTopicClient;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.citation.model.Guideline;

/** Checks that the guideline topic holds a catalogue. */
final class GuidelineTopicCheck implements DoctorCheck {
  @Override
  public String name() {
    return "catalogue";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext context) {
    Map<String, Guideline> entries = new GuidelineTopicClient(context.settings()).read();
    if (entries.isEmpty()) {
      return List.of(
          DoctorFinding.failed(
              "the guideline topic is empty: services use their built-in catalogue",
              "imr guidelines load"));
    }
    GuidelineChanges changes =
        GuidelineChanges.between(entries, CatalogueFileReader.seedGuidelines());
    if (changes.isEmpty()) {
      return List.of(
          DoctorFinding.ok(
              "%d entries, equal to this version's catalogue".formatted(entries.size())));
    }
    return List.of(
        DoctorFinding.warning(
            "%d entries; compared with them, this version's catalogue adds %d, changes %d, lacks %d"
                .formatted(
                    entries.size(),
                    changes.added().size(),
                    changes.changed().size(),
                    changes.removed().size()),
            "imr guidelines diff lists them; expected if you maintain your own catalogue"));
  }
}
