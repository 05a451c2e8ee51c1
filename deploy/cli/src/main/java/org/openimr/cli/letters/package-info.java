/** The commands that parse and send letters. */
package org.openimr.cli.letters;
