/** Reads guideline statements: the citations printed in them, and what each of them resolves to. */
package org.openimr.parser.citation;
