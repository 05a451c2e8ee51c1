/** The report of a reconciliation, and its text and JSON formats. */
package org.openimr.sink.reconcile.report;
