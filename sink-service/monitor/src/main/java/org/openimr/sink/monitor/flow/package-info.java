/** How letters move just now: what came in, what is under way, how fast. */
package org.openimr.sink.monitor.flow;
