/**
 * Parses the facts about a review: the header table with its dates and the reviewer's credentials.
 */
package org.openimr.parser.letter.header;
