package org.openimr.parser.request.category;

import java.util.Optional;

/**
 * Category of a requested treatment in the scheme of the Division of Workers' Compensation ({@link
 * DwcCategory}).
 *
 * @param category name in the scheme
 * @param subcategory for drugs, their class; empty if only the category is known
 * @param rule name of the rule that assigned it
 */
public record TreatmentCategory(String category, Optional<String> subcategory, String rule) {}
