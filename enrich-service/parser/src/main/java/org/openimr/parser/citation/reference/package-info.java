/** References to literature and web pages that are cited outside of guidelines. */
package org.openimr.parser.citation.reference;
