/**
 * Records on their way to a sink: their position, the converter, and the transform that skips
 * records.
 */
package org.openimr.sink.connect.record;
