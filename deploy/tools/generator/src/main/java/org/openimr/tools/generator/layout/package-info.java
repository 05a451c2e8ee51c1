/** Writes a case in one of the letter layouts and sets its lines like a text converter. */
package org.openimr.tools.generator.layout;
