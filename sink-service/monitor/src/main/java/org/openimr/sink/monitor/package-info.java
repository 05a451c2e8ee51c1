/**
 * The monitor: aggregates published determinations and dead letters, and shows them on a live page.
 */
package org.openimr.sink.monitor;
