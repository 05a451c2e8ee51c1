/** Queries of the monitor's state stores, on this instance or on all instances. */
package org.openimr.sink.monitor.store;
