/**
 * Parses the disputed items of a letter with their decisions, guideline statements and rationales.
 */
@NullMarked
package org.openimr.parser.letter.item;

import org.jspecify.annotations.NullMarked;
