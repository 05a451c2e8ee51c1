/**
 * OpenTelemetry traces: one trace covers a letter from its raw record to its events. Without an
 * endpoint, nothing of this package runs when letters are processed.
 */
package org.openimr.runtime.trace;
