/** Console output: lines, colors, progress, exit codes and error messages. */
package org.openimr.cli.console;
