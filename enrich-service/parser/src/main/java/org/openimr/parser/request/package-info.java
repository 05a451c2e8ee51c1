/**
 * Reads what was requested: the treatment category of an item and what it says of amount, time and
 * place. Plain functions from text to records.
 *
 * <p>What is known is in tables beside these classes, for people of the field to edit:
 *
 * <ul>
 *   <li>{@code scheme.csv}: the rows of DWC's search form as printed, and their clean names;
 *   <li>{@code terms.csv}: concepts and the words that mean them; {@code {n}} stands for any
 *       number;
 *   <li>{@code drugs.csv}: drugs with their class in the scheme, other names, and where that is
 *       from;
 *   <li>{@code rules.csv}: which concepts make which category, in order, and why in that order;
 *   <li>{@code body_parts.csv}: parts and sides of the body.
 * </ul>
 */
package org.openimr.parser.request;
