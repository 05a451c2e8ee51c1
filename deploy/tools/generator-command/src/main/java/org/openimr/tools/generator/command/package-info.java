/** The generate subcommand. */
package org.openimr.tools.generator.command;
