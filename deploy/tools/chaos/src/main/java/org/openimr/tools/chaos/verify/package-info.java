/** Compares what the topics hold with the truth, in a process of its own. */
package org.openimr.tools.chaos.verify;
