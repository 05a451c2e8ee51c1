/** Starts, observes and kills the processes of the pipeline. */
package org.openimr.tools.chaos.process;
