/**
 * Parses the disputed items of a letter with their decisions, guideline statements and rationales.
 */
package org.openimr.parser.letter.item;
