/** What people see: lines, colours and progress, on a terminal or in a file. */
package org.openimr.cli.console;
