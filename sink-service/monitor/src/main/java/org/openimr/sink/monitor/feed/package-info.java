/** Results of letters as they are published, and their totals. */
package org.openimr.sink.monitor.feed;
