/** {@code imr acls} and {@code imr keys}: access rules of the broker and API keys. */
package org.openimr.cli.access;
