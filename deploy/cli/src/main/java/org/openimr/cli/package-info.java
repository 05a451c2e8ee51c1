/** The {@code imr} command: a short class a subcommand, all that it does is elsewhere. */
package org.openimr.cli;
