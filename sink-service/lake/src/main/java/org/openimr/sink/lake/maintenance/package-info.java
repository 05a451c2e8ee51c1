/** Maintenance of the lake: compaction and expiry of snapshots. */
package org.openimr.sink.lake.maintenance;
