/** The commands that check and register schemas. */
package org.openimr.cli.schemas;
