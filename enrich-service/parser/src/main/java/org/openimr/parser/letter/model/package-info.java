/** The content of a parsed letter as plain values, the result of parsing, and its warnings. */
@NullMarked
package org.openimr.parser.letter.model;

import org.jspecify.annotations.NullMarked;
