package org.openimr.parser.letter.boundary;

import java.util.List;

/**
 * The range of a letter within a document.
 *
 * @param start offset of its first character
 * @param end offset just past its last character
 * @param repeatedPages pages within the range that are there a second time
 */
record LetterRange(int start, int end, List<PageUnit> repeatedPages) {}
