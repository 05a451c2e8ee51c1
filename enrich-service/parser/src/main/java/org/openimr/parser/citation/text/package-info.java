/** Normalized text in which guideline names are compared. */
package org.openimr.parser.citation.text;
