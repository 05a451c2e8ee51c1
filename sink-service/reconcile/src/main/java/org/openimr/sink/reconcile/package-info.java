/** Proof that every letter and every event is where it belongs. */
package org.openimr.sink.reconcile;
