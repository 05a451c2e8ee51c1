/** What reconciliation needs to know about a sink. */
package org.openimr.sink.reconcile.spi;
