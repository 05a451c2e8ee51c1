/** Synthetic letters with known results. */
package org.openimr.testkit.letter;
