/**
 * Turns the glyphs of a page into lines of text in reading order.
 *
 * <p>Independent of PDFBox: a glyph is a string with a position. Coordinates are upright, i.e.
 * rotated so that most of the text of the page runs from left to right, and y grows downwards.
 */
@NullMarked
package org.openimr.ingest.extract.pdf.layout;

import org.jspecify.annotations.NullMarked;
