/**
 * Writes a case in one of the letter layouts and sets its lines as a text converter leaves them.
 */
package org.openimr.tools.generator.layout;
