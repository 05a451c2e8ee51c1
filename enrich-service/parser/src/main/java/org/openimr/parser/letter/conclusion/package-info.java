/**
 * Recognizes the conclusion of a rationale: the sentence that says whether the request is medically
 * necessary, whatever its words are and wherever it stands.
 */
@NullMarked
package org.openimr.parser.letter.conclusion;

import org.jspecify.annotations.NullMarked;
