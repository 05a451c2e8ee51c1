/** Scanners that find the citations printed in a guideline statement. */
package org.openimr.parser.citation.scan;
