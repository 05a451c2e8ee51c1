/** {@code imr reconcile}: compares received letters with published events and sinks. */
package org.openimr.cli.reconcile;
