/** Counts outcomes and keeps what the monitor shows, each determination exactly once. */
package org.openimr.sink.monitor.statistics;
