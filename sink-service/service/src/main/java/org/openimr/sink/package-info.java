/** Worker, sinks, monitor and reconciliation as one service. */
package org.openimr.sink;
