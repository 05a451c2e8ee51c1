package org.openimr.parser.letter.model;

import java.util.List;

/** Credentials of the expert reviewer, as printed. */
public record ReviewerCredentials(
    List<String> specialties, List<String> subspecialties, List<String> licensedStates) {}
