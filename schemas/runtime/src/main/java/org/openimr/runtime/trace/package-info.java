/**
 * Traces by OpenTelemetry: one covers a letter from its raw record to its events. Off unless a
 * setting says where they go; then nothing of this package is on a letter's way.
 */
package org.openimr.runtime.trace;
