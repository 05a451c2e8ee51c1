/** Parses guideline statements and resolves the citations in them. */
package org.openimr.parser.citation;
