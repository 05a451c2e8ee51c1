/** Reads the text of a letter: layouts, sections, items. Text in, records out; nothing else. */
package org.openimr.parser.letter.layout;
