/** {@code imr contracts}: what others build on, written to files; and the reference of settings. */
package org.openimr.tools.contracts.command;
