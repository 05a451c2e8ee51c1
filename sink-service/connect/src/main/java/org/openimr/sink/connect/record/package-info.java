/**
 * Conversion of records for sinks: the converter, the transformation that skips records, and record
 * positions.
 */
package org.openimr.sink.connect.record;
