/** The letters of a run and their expected outcomes. */
package org.openimr.tools.chaos.letter;
