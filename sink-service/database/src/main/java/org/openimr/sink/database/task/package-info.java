/**
 * Debezium's JDBC sink, extended to report the position of a rejected row. The build puts this
 * package into the plugin directory, next to Debezium's classes.
 */
package org.openimr.sink.database.task;
