/** {@code imr sinks trial}: a resilience test of the sinks with fault injection. */
package org.openimr.standalone.trial;
