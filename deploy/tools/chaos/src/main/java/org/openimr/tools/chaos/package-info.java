/** Runs the whole pipeline as processes that are killed under load, and proves what came of it. */
package org.openimr.tools.chaos;
