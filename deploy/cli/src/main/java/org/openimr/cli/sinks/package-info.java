/** The sinks in the one-command stack, and the commands that look after them. */
package org.openimr.cli.sinks;
