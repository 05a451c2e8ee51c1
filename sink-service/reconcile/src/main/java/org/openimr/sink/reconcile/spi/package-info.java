/** Interfaces that a sink implements to be reconciled. */
package org.openimr.sink.reconcile.spi;
