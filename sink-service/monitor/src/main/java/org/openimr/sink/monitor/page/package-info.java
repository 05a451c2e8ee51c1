/** The live page and the REST endpoints behind it. */
package org.openimr.sink.monitor.page;
