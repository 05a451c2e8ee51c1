/**
 * Pages of a letter: what senders and machines printed on them, their numbers, repeated pages and
 * the marks that quoting programs put before each line.
 */
@NullMarked
package org.openimr.parser.letter.page;

import org.jspecify.annotations.NullMarked;
