package org.openimr.cli.doctor;

import java.util.List;
import java.util.Map;
import org.openimr.enrich.guideline.GuidelineChanges;
import org.openimr.enrich.guideline.GuidelineTopicClient;
import org.openimr.parser.citation.catalogue.CatalogueFileReader;
import org.openimr.parser.citation.model.Guideline;

/** Whether the catalogue of guidelines is on its topic. */
final class GuidelineTopicCheck implements DoctorCheck {
  @Override
  public String name() {
    return "catalogue";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext installation) {
    Map<String, Guideline> entries = new GuidelineTopicClient(installation.settings()).read();
    if (entries.isEmpty()) {
      return List.of(
          DoctorFinding.wrong(
              "the topic of guidelines is empty: services resolve by what they came with",
              "imr guidelines load"));
    }
    GuidelineChanges changes =
        GuidelineChanges.between(entries, CatalogueFileReader.seedGuidelines());
    if (changes.isEmpty()) {
      return List.of(
          DoctorFinding.right("%d entries, those of this version".formatted(entries.size())));
    }
    return List.of(
        DoctorFinding.note(
            "%d entries; this version's catalogue has %d others, %d otherwise, %d not"
                .formatted(
                    entries.size(),
                    changes.added().size(),
                    changes.changed().size(),
                    changes.removed().size()),
            "imr guidelines diff shows which; fine if the catalogue is your own"));
  }
}
