/** The sinks of a pipeline that runs on one machine. */
package org.openimr.standalone.sinks;
