package org.openimr.parser.letter.model;

import java.util.List;

/**
 * The credentials of the expert reviewer as printed. A list is empty if the letter does not print
 * it.
 *
 * @param specialties board certifications
 * @param subspecialties subspecialties, printed until 2014 only
 * @param licensedStates states in which the reviewer is licensed to practice
 */
public record ReviewerCredentials(
    List<String> specialties, List<String> subspecialties, List<String> licensedStates) {}
