/**
 * Debezium's JDBC sink, made to name the one row that the database refuses. Lives in the plugin's
 * folder, beside Debezium's own classes.
 */
package org.openimr.sink.database.task;
