/** {@code imr sinks}: inspects and controls the sink connectors. */
package org.openimr.cli.sinks;
