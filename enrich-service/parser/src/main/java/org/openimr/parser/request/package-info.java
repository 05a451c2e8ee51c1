/**
 * Parses what was requested: the treatment category of an item, its amounts, body parts and dates.
 * Plain functions from text to records.
 *
 * <p>The vocabulary is in CSV tables that domain experts can edit:
 *
 * <ul>
 *   <li>{@code scheme.csv}: the rows of the DWC search form as printed, with normalized names;
 *   <li>{@code terms.csv}: concepts and the words that mean them; {@code {n}} matches any number;
 *   <li>{@code drugs.csv}: drugs with their class in the scheme, other names, and the source of
 *       these facts;
 *   <li>{@code rules.csv}: which concepts make which category, in order, with the reason for the
 *       order;
 *   <li>{@code body_parts.csv}: body parts and sides.
 * </ul>
 */
package org.openimr.parser.request;
