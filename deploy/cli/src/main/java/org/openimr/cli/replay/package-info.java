/** {@code imr replay} and {@code imr reset}: the history again. */
package org.openimr.cli.replay;
