/**
 * Where a letter starts and ends within a document: the header block below covers and stamps, the
 * text after the last rationale, and the letters of a document that contains several.
 */
@NullMarked
package org.openimr.parser.letter.boundary;

import org.jspecify.annotations.NullMarked;
