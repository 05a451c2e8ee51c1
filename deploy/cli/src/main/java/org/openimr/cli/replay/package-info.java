/** {@code imr replay} and {@code imr reset}: process earlier letters again. */
package org.openimr.cli.replay;
