/**
 * Normalizes the text of a letter and scans it for words, lines, sentences and headings, in linear
 * time.
 */
@NullMarked
package org.openimr.parser.letter.text;

import org.jspecify.annotations.NullMarked;
