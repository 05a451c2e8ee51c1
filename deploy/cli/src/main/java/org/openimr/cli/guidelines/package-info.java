/** {@code imr guidelines}: loads, checks and prints the guideline catalogue. */
package org.openimr.cli.guidelines;
