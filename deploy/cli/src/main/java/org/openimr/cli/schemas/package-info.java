/** {@code imr schemas}: checks and registers the schemas of events. */
package org.openimr.cli.schemas;
