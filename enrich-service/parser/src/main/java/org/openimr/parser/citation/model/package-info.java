/** Citations, guidelines and the guideline basis of a decision as plain records. */
package org.openimr.parser.citation.model;
