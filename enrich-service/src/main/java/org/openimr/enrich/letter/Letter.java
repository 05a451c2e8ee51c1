package org.openimr.enrich.letter;

import java.util.List;

/** A letter that was read to its end. There is at least one item. */
public record Letter(
    LayoutName layout,
    Header header,
    Reviewer reviewer,
    ClinicalSummary clinicalSummary,
    List<Item> items) {}
