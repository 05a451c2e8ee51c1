/** Maintenance of the lake: compaction of data files and expiration of snapshots. */
package org.openimr.sink.lake.maintenance;
