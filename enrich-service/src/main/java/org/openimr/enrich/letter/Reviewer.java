package org.openimr.enrich.letter;

import java.util.List;

/** Credentials of the expert reviewer, as printed. */
public record Reviewer(
    List<String> specialties, List<String> subspecialties, List<String> licensedStates) {}
