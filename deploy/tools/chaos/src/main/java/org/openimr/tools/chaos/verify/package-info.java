/** Compares the topics with the expectations, in a separate process. */
package org.openimr.tools.chaos.verify;
