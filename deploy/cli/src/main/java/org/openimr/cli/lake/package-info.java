/** {@code imr lake}: queries and maintenance of the lake. */
package org.openimr.cli.lake;
