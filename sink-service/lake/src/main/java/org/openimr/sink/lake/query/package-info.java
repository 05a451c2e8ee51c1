/** Queries of the lake with DuckDB. */
package org.openimr.sink.lake.query;
