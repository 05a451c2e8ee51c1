/** Converts events to rows: nested values to JSON, timestamps to timestamps with a time zone. */
package org.openimr.sink.database.transform;
