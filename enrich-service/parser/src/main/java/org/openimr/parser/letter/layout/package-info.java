/** Recognizes the layout of a letter and parses its sections. Entry point: {@code LetterParser}. */
@NullMarked
package org.openimr.parser.letter.layout;

import org.jspecify.annotations.NullMarked;
