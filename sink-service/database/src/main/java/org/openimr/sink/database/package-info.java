/** The database sink: events as rows in PostgreSQL. */
package org.openimr.sink.database;
