/** The checks of a reconciliation: counts of letters and sinks, and comparison by key. */
package org.openimr.sink.reconcile.check;
