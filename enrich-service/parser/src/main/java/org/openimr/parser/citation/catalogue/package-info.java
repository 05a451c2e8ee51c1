/** The guideline catalogue: reading, validating and searching it by name. */
package org.openimr.parser.citation.catalogue;
