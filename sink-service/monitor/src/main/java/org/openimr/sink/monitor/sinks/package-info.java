/** What the page shows of the sinks and of reconciliation, whoever runs them. */
package org.openimr.sink.monitor.sinks;
