/** Committed records, consumer lag and ledgers, read from the broker. */
package org.openimr.sink.reconcile.kafka;
