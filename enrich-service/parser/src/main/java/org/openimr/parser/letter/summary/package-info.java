/** Parses the clinical case summary and finds the patient's age and sex in it. */
package org.openimr.parser.letter.summary;
