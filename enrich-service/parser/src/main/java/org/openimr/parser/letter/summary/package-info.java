/** Parses the clinical case summary and finds the patient's age and sex in it. */
@NullMarked
package org.openimr.parser.letter.summary;

import org.jspecify.annotations.NullMarked;
