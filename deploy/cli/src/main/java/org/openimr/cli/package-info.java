/** The {@code imr} command, its help and its error handling; subcommands are in subpackages. */
package org.openimr.cli;
