/** Several instances of the monitor: each answers for all, and asks the others for their part. */
package org.openimr.sink.monitor.instances;
