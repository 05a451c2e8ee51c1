/** The lake on the command line: queries and maintenance. */
package org.openimr.cli.lake;
