/**
 * Parses the facts about a review: the header table with its dates and the reviewer's credentials.
 */
@NullMarked
package org.openimr.parser.letter.header;

import org.jspecify.annotations.NullMarked;
