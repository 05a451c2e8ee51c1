/** The content of a parsed letter as plain values, the result of parsing, and its warnings. */
package org.openimr.parser.letter.model;
