package org.openimr.parser.request.category;

import java.util.Optional;

/**
 * Category of a requested treatment in the scheme of the Division of Workers' Compensation ({@link
 * DwcCategory}).
 *
 * @param category as the scheme names it
 * @param subcategory its part, for drugs their class; empty where only the category is clear
 * @param rule name of the rule that decided
 */
public record TreatmentCategory(String category, Optional<String> subcategory, String rule) {}
