/** Reads the state stores of the monitor, of this instance or of all instances. */
package org.openimr.sink.monitor.store;
