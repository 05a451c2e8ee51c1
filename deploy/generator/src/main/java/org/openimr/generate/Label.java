package org.openimr.generate;

import java.util.List;
import org.openimr.enrich.letter.ClinicalSummary;
import org.openimr.enrich.letter.Header;
import org.openimr.enrich.letter.LayoutName;
import org.openimr.enrich.letter.Reviewer;

/** All that a reader has to find in a letter. Texts have their lines joined by one blank. */
public record Label(
    LayoutName layout,
    Header header,
    Reviewer reviewer,
    ClinicalSummary clinicalSummary,
    List<LabelledItem> items) {}
